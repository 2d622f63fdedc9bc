package io.mindstream.preprocess.run;

/** The scanner topics, in the order in which records that wait are tried. */
public enum ScannerTopic {
  /** Headers: scanner.runs. */
  RUNS(0),
  /** Volumes: scanner.volumes. */
  VOLUMES(1),
  /** Stimulus events: scanner.events. */
  EVENTS(2);

  private final int code;

  ScannerTopic(int code) {
    this.code = code;
  }

  /** How stored keys name the topic. */
  public int code() {
    return code;
  }
}
