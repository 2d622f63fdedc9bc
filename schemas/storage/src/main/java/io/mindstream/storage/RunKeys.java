package io.mindstream.storage;

import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;

/**
 * Where a run's results and its recording lie. Each BIDS entity of the run is a folder, so {@code
 * sub-01_ses-02_task-viewing_run-03} lies in {@code sub-01/ses-02/task-viewing/run-03/}.
 *
 * @param run the run
 */
public record RunKeys(RunId run) {

  /** The folder of all results, a derivative dataset as BIDS has it. */
  public static final String DERIVATIVES = "derivatives/mindstream/";

  /** The folder of all recordings. */
  public static final String RECORDINGS = "recordings/";

  /** The name of a run's document in the folder of its results. */
  public static final String DOCUMENT = "run.json";

  /** The name of a run's contact sheet there. */
  public static final String CONTACT_SHEET = "contact-sheet.png";

  /** The name of the summary of a run's quality there. */
  private static final String QUALITY = "quality.json";

  /** The name of the document of a version of a run's vectors. */
  public static final String VECTORS_DOCUMENT = "vectors.json";

  /** The name of the vectors of a version, an Avro container file. */
  public static final String VECTORS_FILE = "vectors.avro";

  /** What the derivative dataset is. */
  public static final String DATASET_DESCRIPTION = DERIVATIVES + "dataset_description.json";

  /**
   * The keys of a run.
   *
   * @throws IllegalArgumentException where the text is no run id
   */
  public static RunKeys of(String run) {
    return new RunKeys(RunId.parse(run));
  }

  /** The run whose results or recording lie in a folder below {@link #DERIVATIVES}; or empty. */
  public static Optional<RunId> runOf(String folder) {
    try {
      String path = folder.replaceFirst("^(" + DERIVATIVES + "|" + RECORDINGS + ")", "");
      return Optional.of(RunId.parse(path.replaceFirst("/+$", "").replace('/', '_')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The folder of the run's results; ends with a slash. */
  public String results() {
    return DERIVATIVES + path();
  }

  /** The folder of the run's recording; ends with a slash. */
  public String recording() {
    return RECORDINGS + path();
  }

  /** What the run was and what came of it; written last, when the run is over. */
  public String document() {
    return results() + DOCUMENT;
  }

  /** All that was seen and decoded, on one picture. */
  public String contactSheet() {
    return results() + CONTACT_SHEET;
  }

  /** How good the run's data were; written when the run is over. */
  public String quality() {
    return results() + QUALITY;
  }

  /** The folder of the versions of the run's vectors; ends with a slash. */
  public String vectors() {
    return results() + "vectors/";
  }

  /**
   * The folder of a version of the run's vectors; ends with a slash.
   *
   * @param version origin 1
   */
  public String vectors(int version) {
    return vectors() + "version-" + version + "/";
  }

  private String path() {
    return run.toString().replace('_', '/') + "/";
  }
}
