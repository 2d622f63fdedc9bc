package io.mindstream.bridge.cli;

import io.mindstream.imaging.dicom.series.SeriesChoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which DICOM series are taken. */
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

  SeriesChoice choice() {
    return new SeriesChoice(Optional.ofNullable(description), Optional.ofNullable(protocol));
  }
}
