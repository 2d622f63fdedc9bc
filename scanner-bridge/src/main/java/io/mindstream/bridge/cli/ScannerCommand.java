package io.mindstream.bridge.cli;

import io.mindstream.bridge.console.ConsoleMask;
import io.mindstream.bridge.console.ConsoleOptions;
import io.mindstream.bridge.console.ConsoleSession;
import io.mindstream.bridge.console.NiftiFolder;
import io.mindstream.bridge.console.Programme;
import io.mindstream.bridge.console.Vendor;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.avro.RoiMask;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream scanner}. */
@Command(
    name = "scanner",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Plays a session as a scanner's console does, to rehearse without a scanner; nothing goes"
            + " to Kafka. Another command, demo or listen, receives it.",
    footer = {
      "",
      "A volume goes out when its last slice is there: a TR after it began.",
      "",
      "Examples:",
      "  mindstream scanner --mask-out mask.nii.gz      once, for a receiver without a model",
      "  mindstream scanner --out export --events-to events.tsv",
      "  mindstream scanner --vendor ge --to cstore --port 11112 --called MINDSTREAM \\",
      "      --events-url http://localhost:8080/api/runs/current/events",
      "  mindstream scanner --vendor siemens-xa --source study/ --to cstore --tr 2",
      "  mindstream scanner --to tcp --port 15000 --dummies 4 --stop-after 20",
      "Received in another terminal, begun before, by one of:",
      "  mindstream demo --no-simulator --model deploy/standalone/src/main/bundle/demo",
      "  mindstream listen dicom --from-folder export --mask mask.nii.gz --events events.tsv",
      "  mindstream listen tcp --port 15000 --mask mask.nii.gz --dummies 4"
    })
public final class ScannerCommand implements Callable<Integer> {

  private static final String SIMULATED = "simulated";

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--vendor",
      paramLabel = "NAME",
      defaultValue = "siemens-mosaic",
      description = "Whose console: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Vendor vendor = Vendor.SIEMENS_MOSAIC;

  @Option(
      names = "--source",
      paramLabel = "DIR",
      defaultValue = SIMULATED,
      description =
          "What is scanned: a folder of runs in BIDS form, or of other NIfTI files (each series a"
              + " run, without stimuli), or 'simulated' (default: ${DEFAULT-VALUE}).")
  private String source = SIMULATED;

  @Mixin private ConsoleTargetOptions target = new ConsoleTargetOptions();

  @Option(
      names = "--tr",
      paramLabel = "SECONDS",
      description = "Repetition time: the pace of volumes and stimuli (default: the source's).")
  private @Nullable Double repetitionTime;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "1",
      converter = SpeedConverter.class,
      description = "How fast scanner time passes: 1, 10, max (default: ${DEFAULT-VALUE}).")
  private Speed speed = Speed.REAL_TIME;

  @Option(
      names = "--dummies",
      paramLabel = "N",
      defaultValue = "0",
      description = "Volumes before volume 0 of each run (default: ${DEFAULT-VALUE}).")
  private int dummies;

  @Option(
      names = "--stop-after",
      paramLabel = "N",
      description = "Break off after so many volumes: rehearse a scanner that stops.")
  private @Nullable Integer stopAfter;

  @Option(
      names = "--patient",
      paramLabel = "NAME",
      defaultValue = "Simulated^Person",
      description =
          "Name that the objects carry, and that must not come out at the other end (default:"
              + " ${DEFAULT-VALUE}).")
  private String patient = "";

  @Option(
      names = "--events-to",
      paramLabel = "FILE",
      description =
          "Append each stimulus to this BIDS events table as it is shown; with {run} in the name a"
              + " file for each run, else of the first run.")
  private @Nullable String eventsTable;

  @Option(
      names = "--events-url",
      paramLabel = "URL",
      description =
          "Post each stimulus as JSON as it is shown, such as to"
              + " http://localhost:8080/api/runs/current/events.")
  private @Nullable URI eventsUrl;

  @Option(
      names = "--mask-out",
      paramLabel = "FILE",
      description =
          "Write the source's voxels to decode as NIfTI, for --mask of the receiver; without --to and"
              + " --out nothing is played.")
  private @Nullable Path maskOut;

  @Mixin private SimulationOptions simulation = new SimulationOptions();

  /** Made by picocli. */
  public ScannerCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(
        command,
        player -> {
          boolean maskOnly = maskOut != null && !target.named();
          Optional<ConsoleSession> session = maskOnly ? Optional.empty() : Optional.of(session());
          Programme programme = programme();
          if (maskOut != null) {
            ConsoleMask.write(roi(programme), simulated(), maskOut);
            player.say("wrote the voxels to decode to " + maskOut);
          }
          return session.isPresent()
              ? player.console(session.get(), programme)
              : CommandLine.ExitCode.OK;
        });
  }

  private ConsoleSession session() {
    OptionalInt stop = stopAfter == null ? OptionalInt.empty() : OptionalInt.of(stopAfter);
    return new ConsoleSession(
        vendor,
        target.target(),
        new ConsoleOptions(repetitionTime(), speed, dummies, stop, patient),
        Optional.ofNullable(eventsTable),
        Optional.ofNullable(eventsUrl));
  }

  private static RoiMask roi(Programme programme) {
    return programme
        .roi()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--mask-out needs a simulated source or one in BIDS form: of other files"
                        + " nobody knows which voxels are decoded"));
  }

  private boolean simulated() {
    return source.equals(SIMULATED);
  }

  private Programme programme() {
    if (simulated()) {
      double tr = repetitionTime == null ? 1 : repetitionTime;
      return Programme.of(new SimulatedScanner(simulation.settings(tr)));
    }
    Path folder = Path.of(source);
    return NiftiFolder.inBidsForm(folder)
        ? Programme.of(BidsReplay.open(folder, ReplayOptions.defaults()))
        : NiftiFolder.open(folder, repetitionTime());
  }

  private OptionalDouble repetitionTime() {
    return repetitionTime == null ? OptionalDouble.empty() : OptionalDouble.of(repetitionTime);
  }
}
