package io.mindstream.standalone.cli;

import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a scanner finds a pipeline that runs in one process. */
final class ScannerDoor {

  private static final String PREFIX = "mindstream.bridge.scanner.";
  private static final int DICOM_PORT = 11_112;

  @Option(
      names = "--dicom-port",
      paramLabel = "N",
      description =
          "Take a scanner's DICOM objects by C-STORE at this port; to more than this machine with"
              + " --set "
              + PREFIX
              + "bind=ADDRESS.")
  private @Nullable Integer dicomPort;

  @Option(
      names = "--scanner-folder",
      paramLabel = "DIR",
      description = "Take the DICOM files that a scanner writes into this folder and below.")
  private @Nullable Path folder;

  @Option(
      names = "--run-name",
      paramLabel = "TEMPLATE",
      description =
          "With a scanner: name each run after its series, such as task-{protocol}; the subject with"
              + " --set "
              + PREFIX
              + "run=sub-01_task-x_run-01.")
  private @Nullable String name;

  /** True where a scanner is waited for. */
  boolean open() {
    return dicomPort != null || folder != null;
  }

  /** The usual port, where no other door was named. */
  void openUsual() {
    if (!open()) {
      dicomPort = DICOM_PORT;
    }
  }

  /** The same settings with this door, what {@code --set} says being stronger. */
  StandaloneSettings apply(StandaloneSettings settings, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>();
    more.forEach((name, value) -> properties.put(PREFIX + name, value));
    Optional.ofNullable(dicomPort).ifPresent(port -> properties.put(PREFIX + "port", port));
    Optional.ofNullable(name).ifPresent(template -> properties.put(PREFIX + "name", template));
    Optional.ofNullable(folder)
        .ifPresent(path -> properties.put(PREFIX + "folder", path.toAbsolutePath().toString()));
    properties.putAll(settings.properties());
    return settings.with(properties);
  }

  /** What a person at the scanner's console needs to know. */
  List<String> describe() {
    List<String> lines = new ArrayList<>();
    if (dicomPort != null) {
      lines.add("scanner    DICOM C-STORE at port " + dicomPort + ", AE title MINDSTREAM");
    }
    if (folder != null) {
      lines.add("scanner    DICOM files in " + folder);
    }
    return lines;
  }
}
