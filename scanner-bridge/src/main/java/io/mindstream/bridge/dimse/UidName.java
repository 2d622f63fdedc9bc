package io.mindstream.bridge.dimse;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What UIDs stand for that a scanner offers and that are not taken (PS3.6, annex A). */
final class UidName {

  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
  private static final String SYNTAX = "1.2.840.10008.1.2.";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(STORAGE + "2", "CT images"),
          Map.entry(STORAGE + "2.1", "Enhanced CT images"),
          Map.entry(STORAGE + "4", "MR images"),
          Map.entry(STORAGE + "4.1", "Enhanced MR images"),
          Map.entry(STORAGE + "4.2", "MR spectra"),
          Map.entry(STORAGE + "4.3", "Enhanced MR colour images"),
          Map.entry(STORAGE + "4.4", "Legacy Converted Enhanced MR images"),
          Map.entry(STORAGE + "7", "Secondary Capture images"),
          Map.entry(STORAGE + "66", "raw data"),
          Map.entry(SYNTAX + "4.50", "JPEG baseline (lossy)"),
          Map.entry(SYNTAX + "4.51", "JPEG extended (lossy)"),
          Map.entry(SYNTAX + "4.80", "JPEG-LS lossless"),
          Map.entry(SYNTAX + "4.81", "JPEG-LS (lossy)"),
          Map.entry(SYNTAX + "4.91", "JPEG 2000 (lossy)"),
          Map.entry(SYNTAX + "4.201", "High-Throughput JPEG 2000 lossless"),
          Map.entry(SYNTAX + "4.203", "High-Throughput JPEG 2000 (lossy)"));

  private UidName() {}

  /** Names where they are known, for people. */
  static String of(Collection<String> uids) {
    return uids.stream()
        .distinct()
        .map(uid -> NAMES.getOrDefault(uid, Uid.valid(uid) ? uid : "what is no UID"))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
