package io.mindstream.preprocess.run;

import java.util.Arrays;

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

  /**
   * The topic that stored keys name so.
   *
   * @throws IllegalArgumentException where none is
   */
  public static ScannerTopic ofCode(int code) {
    return Arrays.stream(values())
        .filter(topic -> topic.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no scanner topic has the code " + code));
  }

  /** How stored keys name the topic. */
  public int code() {
    return code;
  }
}
