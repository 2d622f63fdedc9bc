package io.mindstream.bridge.console;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A run as the console knows it.
 *
 * @param patient name of nobody, which must not come out at the other end
 * @param study UID of the session
 * @param uid series UID
 * @param number series number
 * @param name of series and protocol
 * @param repetitionTimeSeconds TR
 * @param grid of its volumes
 * @param begun local time of its first volume
 */
public record ConsoleSeries(
    String patient,
    String study,
    String uid,
    int number,
    String name,
    double repetitionTimeSeconds,
    ConsoleGrid grid,
    LocalDateTime begun) {

  /** A UID of nobody's root: of a random UUID (PS3.5, B.2). */
  static String newUid() {
    String hex = UUID.randomUUID().toString().replace("-", "");
    return "2.25." + new BigInteger(hex, 16);
  }

  /** UID of an object. */
  String instance(int volume, int slice) {
    return uid + "." + (volume + 1) + "." + (slice + 1);
  }
}
