package io.mindstream.bridge.cli;

import io.mindstream.bridge.recorded.RecordedOptions;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.recording.FreeRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which recorded run is played again, and as what. */
final class RunReplayOptions {

  @Mixin private StoreOptions where = new StoreOptions();

  @Option(
      names = "--play",
      paramLabel = "N",
      description =
          "Recording: which play of the run, as mindstream sessions lists them (default: the"
              + " longest, of several the newest).")
  private @Nullable Integer play;

  @Option(
      names = "--from-trial",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Recording: begin with this trial, origin 0, and the volumes that it needs (default: the"
              + " whole run).")
  private int fromTrial;

  @Option(
      names = "--as",
      paramLabel = "run-NN",
      description =
          "Recording: publish it as another run, by its number or its whole id (default: the same"
              + " run again; with the --model of a bundle the next free number).")
  private @Nullable String as;

  /** The store; the caller closes it. */
  ObjectStore store() {
    return where.open();
  }

  /**
   * What is played.
   *
   * @param model the id of the bundle that decodes it, where one is given
   */
  RecordedOptions recorded(RunId run, ObjectStore store, Optional<String> model) {
    Optional<RunId> name =
        Optional.ofNullable(as)
            .map(text -> RecordedOptions.renamed(run, text))
            .or(() -> model.map(any -> FreeRun.after(store, run)));
    return RecordedOptions.of(run)
        .from(fromTrial)
        .ofPlay(Optional.ofNullable(play))
        .as(name)
        .by(model);
  }
}
