package io.mindstream.imaging.dicom;

/**
 * One DICOM object: a file, or what an association sent.
 *
 * @param source its bytes; those of a deflated one in inflated form
 * @param syntax how they are written
 * @param data its elements
 * @param pixels where its pixel data lie
 */
public record DicomObject(
    ByteSource source, TransferSyntax syntax, DataSet data, PixelFragments pixels) {

  /** For messages. */
  public String name() {
    return source.name();
  }

  /** An exception about an element of it. */
  public DicomException problem(int tag, String what) {
    return new DicomException(name(), tag, what);
  }
}
