package io.mindstream.bridge.cli;

import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.SeriesChoice;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which DICOM series are taken, and how volumes are put together. */
final class SeriesOptions {

  @Option(
      names = "--series-description",
      paramLabel = "GLOB",
      description = "Only series so described, such as '*bold*'; also derived ones.")
  private @Nullable String description;

  @Option(
      names = "--protocol",
      paramLabel = "GLOB",
      description = "Only series of such a protocol, such as 'task-*'; also derived ones.")
  private @Nullable String protocol;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "A volume whose slices stop coming is given up after so long (default: ${DEFAULT-VALUE}).")
  private double grace;

  AssemblySettings assembly() {
    return new AssemblySettings(
        Duration.ofMillis(Math.round(grace * 1e3)),
        AssemblySettings.usual().zone(),
        new SeriesChoice(Optional.ofNullable(description), Optional.ofNullable(protocol)));
  }
}
