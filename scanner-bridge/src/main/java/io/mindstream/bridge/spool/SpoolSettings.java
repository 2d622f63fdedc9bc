package io.mindstream.bridge.spool;

import java.nio.file.Path;

/**
 * Where live runs are kept until Kafka has them.
 *
 * @param folder a folder of this process alone; made where it lacks
 * @param maxBytes most that waits there; a GiB of the disk is left free in any case
 */
public record SpoolSettings(Path folder, long maxBytes) {

  /** Most that waits there unless set otherwise: 20 GiB, hours of most scanners. */
  public static final int DEFAULT_GIB = 20;

  private static final double GIB = 1 << 30;

  /** Checks the limit. */
  public SpoolSettings {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("a spool needs a limit above 0, got " + maxBytes);
    }
  }

  /** A spool with a limit in GiB, above 0. */
  public static SpoolSettings of(Path folder, double gib) {
    if (!(gib > 0)) {
      throw new IllegalArgumentException("the spool's limit is in GiB, above 0, got " + gib);
    }
    return new SpoolSettings(folder, Math.max(1, Math.round(Math.min(gib, 1e9) * GIB)));
  }
}
