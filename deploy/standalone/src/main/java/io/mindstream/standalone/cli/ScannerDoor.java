package io.mindstream.standalone.cli;

import io.mindstream.bridge.cli.ScannersOption;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.scanner.ScannerLane;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a scanner finds a pipeline that runs in one process. */
final class ScannerDoor {

  private static final String PREFIX = "mindstream.bridge.scanner.";
  private static final int DICOM_PORT = 11_112;

  @Option(
      names = "--dicom-port",
      paramLabel = "N",
      description =
          "Take a scanner's DICOM objects by C-STORE at this port; with --dicom-bind from other"
              + " machines too.")
  private @Nullable Integer dicomPort;

  @Option(
      names = "--dicom-bind",
      paramLabel = "ADDRESS",
      description =
          "Address of this machine in the scanner's network, at which the DICOM port is opened"
              + " (default: 127.0.0.1, this machine alone). Nobody who connects is asked for a name.")
  private @Nullable String address;

  @Mixin private ScannersOption scanners = new ScannersOption();

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
    return dicomPort != null || folder != null || scanners.given();
  }

  /** The usual port, where no other door was named. */
  void openUsual() {
    if (!open()) {
      dicomPort = DICOM_PORT;
    }
  }

  /**
   * The files that a mask's name stands for.
   *
   * @param mask with {@code {subject}} in its name one for each scanner
   */
  List<Path> masks(Path mask) {
    List<Path> own =
        lanes().stream().map(lane -> PushOptions.ofSubject(mask, lane.firstRun())).toList();
    return own.isEmpty() ? List.of(mask) : own;
  }

  /** What their names lack does not matter here. */
  private List<ScannerLane> lanes() {
    return scanners.lanes(RunId.parse("sub-live_task-live"));
  }

  private Optional<Integer> port() {
    return Optional.ofNullable(dicomPort)
        .or(() -> scanners.given() ? Optional.of(DICOM_PORT) : Optional.empty());
  }

  private void requireOneWay() {
    if (scanners.given() && folder != null) {
      throw new IllegalArgumentException(
          "--scanner names those who may send to the DICOM port; leave out --scanner-folder");
    }
  }

  /** The same settings with this door, what {@code --set} says being stronger. */
  StandaloneSettings apply(StandaloneSettings settings, Map<String, Object> more) {
    requireOneWay();
    Map<String, Object> properties = new HashMap<>();
    more.forEach((name, value) -> properties.put(PREFIX + name, value));
    port().ifPresent(port -> properties.put(PREFIX + "port", port));
    Optional.ofNullable(address).ifPresent(own -> properties.put(PREFIX + "bind", own));
    if (scanners.given()) {
      lanes(); // Says what is wrong with them.
      properties.put(PREFIX + "scanners", scanners.list());
    }
    Optional.ofNullable(name).ifPresent(template -> properties.put(PREFIX + "name", template));
    Optional.ofNullable(folder)
        .ifPresent(path -> properties.put(PREFIX + "folder", path.toAbsolutePath().toString()));
    properties.putAll(settings.properties());
    return settings.with(properties);
  }

  private String where(int port) {
    return "scanner    DICOM C-STORE at %s port %d, AE title MINDSTREAM"
        .formatted(address == null ? "this machine's own" : address, port);
  }

  /** What a person at the scanner's console needs to know. */
  List<String> describe() {
    List<String> lines = new ArrayList<>();
    port().ifPresent(port -> lines.add(where(port)));
    lanes().forEach(lane -> lines.add("           " + lane.title()));
    if (folder != null) {
      lines.add("scanner    DICOM files in " + folder);
    }
    return lines;
  }
}
