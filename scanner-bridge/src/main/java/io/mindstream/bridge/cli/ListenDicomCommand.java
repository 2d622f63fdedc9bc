package io.mindstream.bridge.cli;

import io.mindstream.bridge.net.OpenPort;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.scanner.ScannerFeed;
import io.mindstream.bridge.scanner.ScannerLane;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.scanner.ScannerPort;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream listen dicom}. */
@Command(
    name = "dicom",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Publishes the volumes of a scanner that sends DICOM by C-STORE, or writes it into a folder,"
            + " until Ctrl-C.",
    footer = {
      "",
      "Each series is a run, the next one the next run. MR, Enhanced MR and Legacy",
      "Converted Enhanced MR images are taken, uncompressed or losslessly",
      "compressed: slices, mosaics or multi-frame. Localisers, phase images, SBRef,",
      "MoCo and derived series are left out, unless chosen by name. What identifies",
      "a person is not published.",
      "",
      "Examples:",
      "  mindstream listen dicom --mask V1_mask.nii.gz --subject 01 --task viewing",
      "  mindstream listen dicom --bind 192.168.2.1 --port 104 --ae-title MINDSTREAM \\",
      "      --check-called --allow MRC40123,MRC40124",
      "  mindstream listen dicom --scanner MRC40123=sub-01 --scanner MRC40124=sub-02 \\",
      "      --mask 'sub-{subject}_mask.nii.gz'",
      "  mindstream listen dicom --from-folder /mnt/rtexport --protocol '*bold*'",
      "  mindstream listen dicom --subject 01 --session 02 --name 'task-{protocol}'",
      "  mindstream listen dicom --to-folder received     only stores what comes"
    })
public final class ListenDicomCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private DicomPortOptions port = new DicomPortOptions();

  @Option(
      names = "--from-folder",
      paramLabel = "DIR",
      description =
          "Take the files that appear in this folder and below; the port is opened only where"
              + " --port is given too.")
  private @Nullable Path source;

  @Option(names = "--existing", description = "Take the files that are in the folder already.")
  private boolean existing;

  @Option(
      names = "--to-folder",
      paramLabel = "DIR",
      description = "Publish nothing: store what comes as files, whose names say nothing of whom.")
  private @Nullable Path folder;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "A volume whose slices stop coming is given up after so long (default: ${DEFAULT-VALUE}).")
  private double grace;

  @Mixin private ScannersOption scanners = new ScannersOption();
  @Mixin private SeriesOptions series = new SeriesOptions();
  @Mixin private PushedOptions pushed = new PushedOptions();

  /** Made by picocli. */
  public ListenDicomCommand() {}

  @Override
  public Integer call() throws Exception {
    if (folder != null) {
      return CommandErrors.report(command, this::store);
    }
    return scanners.given()
        ? CommandErrors.report(command, this::listenToAll)
        : pushed.play(command, this::open);
  }

  private int store(FeedPlayer player) throws InterruptedException {
    new StoringListener(port.settings(), Objects.requireNonNull(folder), console()).run();
    return CommandLine.ExitCode.OK;
  }

  private int listenToAll(FeedPlayer player) throws InterruptedException {
    if (source != null || port.limited()) {
      throw new IllegalArgumentException(
          "--scanner names those who may call the port; leave out --from-folder and --allow");
    }
    List<ScannerLane> lanes = scanners.lanes(pushed.options().firstRun());
    PlaybackOptions playback = pushed.playback(player);
    WatchConsole words = new WatchConsole(console());
    try (ScannerPort all = ScannerPort.open(port.settings(), lanes, words::note)) {
      OpenPort.warning(all.address()).ifPresent(words::line);
      ScannerOptions options =
          new ScannerOptions(
              Optional.of(port.settings()), Optional.empty(), false, assembly(), pushed.options());
      return new ScannerLanes(Objects.requireNonNull(command), all, options, pushed, playback)
          .play(lanes);
    }
  }

  private PushedOptions.Opened open(PushOptions runs, Consumer<String> notes) {
    boolean network = source == null || port.named();
    ScannerFeed feed =
        ScannerFeed.open(
            new ScannerOptions(
                    network ? Optional.of(port.settings()) : Optional.empty(),
                    Optional.ofNullable(source),
                    existing,
                    assembly(),
                    runs)
                .holdingIn(pushed.spool()),
            notes);
    return new PushedOptions.Opened(feed, feed.address());
  }

  private AssemblySettings assembly() {
    return new AssemblySettings(
        Duration.ofMillis(Math.round(grace * 1e3)),
        AssemblySettings.usual().zone(),
        series.choice());
  }

  private PrintWriter console() {
    return Objects.requireNonNull(command).commandLine().getErr();
  }
}
