package io.mindstream.imaging.dicom;

/**
 * A DICOM object cannot be read. The message names the file, the tag and what is wrong; it holds no
 * value of an element that may identify a person.
 */
public final class DicomException extends RuntimeException {

  private final String problem;

  private static final long serialVersionUID = 1L;

  /**
   * A problem of an element.
   *
   * @param source the file, or where the object came from
   * @param tag the element, see {@link Tag}
   * @param problem what is wrong, and what to do
   */
  public DicomException(String source, int tag, String problem) {
    this(source, Tag.text(tag) + ": " + problem);
  }

  /** A problem of the whole object. */
  public DicomException(String source, String problem) {
    super(source + ": " + problem);
    this.problem = problem;
  }

  /** A problem of an element that another failure told. */
  public DicomException(String source, int tag, String problem, Throwable cause) {
    this(source, Tag.text(tag) + ": " + problem, cause);
  }

  /** A problem of the whole object that another failure told. */
  public DicomException(String source, String problem, Throwable cause) {
    super(source + ": " + problem, cause);
    this.problem = problem;
  }

  /** The message without the source: many objects may have the same problem. */
  public String problem() {
    return problem;
  }
}
