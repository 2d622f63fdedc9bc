package io.mindstream.bridge.cli;

import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.service.DataPath;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a live run is kept until Kafka has it. */
final class SpoolOptions {

  @Option(
      names = "--spool",
      paramLabel = "DIR",
      description =
          "Folder that keeps volumes until Kafka has them; of this command alone (default: spool in"
              + " ~/.local/share/mindstream).")
  private @Nullable Path folder;

  @Option(
      names = "--spool-limit",
      paramLabel = "GIB",
      defaultValue = "" + SpoolSettings.DEFAULT_GIB,
      description =
          "Most that waits there, in GiB; beyond it volumes are lost while Kafka is away (default:"
              + " ${DEFAULT-VALUE}; a GiB of the disk stays free).")
  private double limit;

  SpoolSettings settings() {
    return SpoolSettings.of(folder == null ? standardFolder() : folder, limit);
  }

  /** The spool of whoever says nothing. */
  static SpoolSettings standard() {
    return SpoolSettings.of(standardFolder(), SpoolSettings.DEFAULT_GIB);
  }

  private static Path standardFolder() {
    return DataPath.standard().resolve("spool");
  }
}
