package io.mindstream.bridge.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Notes for which Kafka a spool's records are: the schema ids in them mean nothing to another. */
final class SpoolTarget {

  private SpoolTarget() {}

  /**
   * Notes the target.
   *
   * @param bound true where records lie there that must go where they were to go
   * @throws SpoolException where that was another target
   */
  static void require(Path folder, String target, boolean bound) throws IOException {
    Path file = folder.resolve("target");
    String before = Files.exists(file) ? Files.readString(file).strip() : target;
    if (bound && !before.equals(target)) {
      throw new SpoolException(
          "the spool "
              + folder
              + " holds records that are not sent yet, for Kafka at "
              + before
              + ", not "
              + target
              + "; start once with --kafka "
              + before
              + " to send them, delete the folder to give them up, or take another one (--spool"
              + " DIR; mindstream.bridge.spool)");
    }
    Files.writeString(file, target + "\n");
  }
}
