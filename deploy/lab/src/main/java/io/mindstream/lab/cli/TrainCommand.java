package io.mindstream.lab.cli;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.cli.StopSignal;
import io.mindstream.lab.examples.Drawings;
import io.mindstream.lab.examples.RecordedTrials;
import io.mindstream.lab.examples.SimulatedTrials;
import io.mindstream.lab.examples.SimulatedTrials.SimulatedTrial;
import io.mindstream.lab.examples.TrainingExamples;
import io.mindstream.lab.report.TrainingReport;
import io.mindstream.lab.training.DecoderTrainer;
import io.mindstream.lab.training.StageChoice;
import io.mindstream.lab.training.TrainedDecoder;
import io.mindstream.lab.training.TrainingException;
import io.mindstream.lab.training.TrainingPreset;
import io.mindstream.lab.training.TrainingSet;
import io.mindstream.lab.training.TrainingStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model bundle. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains a decoder and writes a model bundle, with loss curves and a report page beside it.",
      "Stages, in this order: autoencoder of pictures, masked brain modelling, condition, latent"
          + " diffusion, and pictures: the autoencoder's decoding half once more, on latents with"
          + " noise. Each keeps a checkpoint in BUNDLE.training.",
      "The vectors are those that the live pipeline makes, by the preset:"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream train --preset demo --out my-bundle        the simulated subject",
      "  mindstream train --preset demo --out my-bundle --resume   go on after Ctrl-C",
      "  mindstream train --preset haxby --data DIR --out my-haxby  recorded runs 1 to 8",
      "  mindstream train --preset haxby --data DIR --out my-haxby --stage condition,diffusion",
      "                                     these two again, on the earlier autoencoder"
    })
final class TrainCommand implements Callable<Integer> {

  private static final long DATA_SEED = 1000;

  @Option(
      names = "--preset",
      required = true,
      paramLabel = "NAME",
      description = "Sizes and plan: ${COMPLETION-CANDIDATES}.")
  private Preset preset = Preset.DEMO;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Runs in BIDS form; for presets haxby and released. What was seen: the picture of the"
              + " events' stim_file in DIR/stimuli, else DIR/stimuli/TRIAL_TYPE.png, else a drawing"
              + " of that category.")
  private @Nullable Path data;

  @Option(
      names = "--runs",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2,3,4,5,6,7,8",
      description = "Runs of --data to train on; no other run is opened (default: 1 to 8).")
  private List<String> runs = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "BUNDLE",
      description = "Folder of the bundle; checkpoints go to BUNDLE.training beside it.")
  private Path out = Path.of("bundle");

  @Option(names = "--resume", description = "Go on from the checkpoints of an earlier call.")
  private boolean resume;

  @Option(
      names = "--stage",
      split = ",",
      paramLabel = "NAME",
      description =
          "Train these stages only, anew: ${COMPLETION-CANDIDATES}. The others keep their"
              + " checkpoints in BUNDLE.training; a stage needs those before it. The bundle is"
              + " written once all are trained (default: all).")
  private List<TrainingStage> stages = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides first weights, batches and noise (default: 1).")
  private long seed = 1;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "12288",
      description = "Pairs of vector and picture to train on (default: 12288).")
  private int trials = 12288;

  @Option(
      names = "--effort",
      paramLabel = "X",
      defaultValue = "1",
      description = "Multiplies every stage's steps; below 1 for a quick try (default: 1).")
  private double effort = 1;

  @Option(
      names = "--own-windows",
      description =
          "The model takes trials whose event asks for a window delay of its own (window_delay)."
              + " Without it, it does so where training events ask for one; mindstream model mark"
              + " changes it later.")
  private boolean ownWindows;

  private CommandSpec spec = CommandSpec.create();

  /** Its help says how each preset's vectors are made, as they are made. */
  @Spec
  void spec(CommandSpec own) {
    spec = own;
    String[] said = own.usageMessage().description();
    own.usageMessage()
        .description(
            Stream.of(said, Preset.recipes()).flatMap(Arrays::stream).toArray(String[]::new));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    TrainingPreset plan = preset.plan().scaled(effort);
    Path folder = out.resolveSibling(out.getFileName() + ".training");
    StageChoice choice = StageChoice.prepare(folder, stages, resume);
    err.println("making the training trials");
    err.flush();
    Optional<RecordedTrials> recorded = recorded(err);
    TrainingSet set =
        recorded
            .map(read -> read.augmented(trials, seed, plan.pixels()))
            .orElseGet(this::simulated);
    err.printf("%d trials of %d voxels, ROI %s%n", set.trials(), set.voxels(), set.roiId());
    TrainedDecoder trained;
    try (StopSignal stop = StopSignal.listen();
        TrainingProgress progress = new TrainingProgress(err, stop)) {
      trained = new DecoderTrainer(plan, set, choice, seed, progress).train();
    } catch (CancellationException e) {
      err.println("stopped; --resume goes on from the checkpoints in " + folder);
      return StopSignal.EXIT_CODE;
    }
    if (!trained.complete()) {
      err.println("no bundle yet: " + trained.missing() + "; train with --stage or --resume");
      return ExitCode.OK;
    }
    BundleDescription written =
        new BundleFolder(out, preset.recipe(), ownWindows, recorded, err)
            .write(trained, plan.id(), source());
    err.println("decoding a few trials for the report");
    err.flush();
    Path report = report(folder, written, plan, trained, recorded);
    err.printf("wrote %s (model %s)%n", out, written.id());
    err.println("report " + report);
    err.flush();
    return ExitCode.OK;
  }

  private Path report(
      Path folder,
      BundleDescription written,
      TrainingPreset plan,
      TrainedDecoder trained,
      Optional<RecordedTrials> recorded)
      throws IOException {
    return TrainingReport.write(
        folder,
        written,
        plan,
        trained.losses(),
        recorded
            .map(read -> TrainingExamples.recorded(out, read))
            .orElseGet(() -> TrainingExamples.simulated(out)),
        recorded.isPresent()
            ? "Trials that the model was trained on; mindstream evaluate measures it on others."
            : "Trials that the model never saw.");
  }

  private String source() {
    String shown =
        preset == Preset.DEMO
            ? trials + " trials of the simulated subject 1"
            : "runs " + String.join(",", runs) + " of " + data;
    return "trained by mindstream train on " + shown;
  }

  private TrainingSet simulated() {
    List<SimulatedTrial> shown =
        new SimulatedTrials(SimulationSettings.defaults()).forTraining(trials, DATA_SEED);
    return TrainingSet.of(
        shown.stream().map(SimulatedTrial::vector).toArray(float[][]::new),
        shown.stream().map(trial -> Drawings.draw(trial.stimulus())).toList(),
        shown.stream().map(trial -> trial.stimulus().category().label()).toList(),
        SimulatedTrials.roi(SimulationSettings.defaults()).getRoiId());
  }

  private Optional<RecordedTrials> recorded(PrintWriter err) {
    if (preset == Preset.DEMO) {
      return Optional.empty();
    }
    if (data == null) {
      throw new TrainingException("this preset needs --data DIR, a folder of runs in BIDS form");
    }
    RecordedTrials read =
        RecordedTrials.read(data, ReplayOptions.defaults().withRuns(runs), preset.recipe());
    err.println("training runs: " + String.join(", ", read.runNames()));
    return Optional.of(read);
  }
}
