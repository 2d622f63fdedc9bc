package io.mindstream.standalone.cli;

import io.mindstream.bridge.cli.StoreOptions;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.standalone.vectors.MadeVectors;
import io.mindstream.standalone.vectors.VectorsPlace;
import io.mindstream.standalone.vectors.VectorsPlace.Written;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.VectorsDocument;
import io.mindstream.storage.document.VectorsDocument.Refusal;
import io.mindstream.storage.document.VectorsDocument.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mindstream preprocess}. */
@Command(
    name = "preprocess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Makes a recorded run's vectors again, by another recipe: what the live stream would have"
            + " made of it, to the bit, without Kafka. Nothing that is there is touched: they become"
            + " the next version beside the run's results, vectors.avro and vectors.json, which says"
            + " how they were made and which trials have none.",
    footer = {
      "",
      "Run one of these at a time for a run: an S3 server does not say that another writes.",
      "",
      "Examples:",
      "  mindstream sessions                                lists what is recorded",
      "  mindstream preprocess --run RUN --normalisation percent --window-delay 2.5s",
      "  mindstream preprocess --run RUN --normalisation 'glm(motion=6,components=3)'",
      "  mindstream preprocess --run RUN --revisions 0s,20s --realign on",
      "  mindstream preprocess --run RUN --model bundle/    what the bundle learned from",
      "  mindstream preprocess --run RUN --play 2 --out vectors/ --json"
    })
final class PreprocessCommand implements Callable<Integer> {

  @Option(
      names = "--run",
      required = true,
      paramLabel = "RUN",
      description = "A recorded run: sub-01_ses-02_task-viewing_run-03.")
  private String run = "";

  @Option(
      names = "--play",
      paramLabel = "N",
      description = "Which play of the run (default: the longest, of several the newest).")
  private @Nullable Integer play;

  @Mixin private PreprocessOptions recipe = new PreprocessOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write into this folder, not into the object store.")
  private @Nullable Path out;

  @Mixin private StoreOptions where = new StoreOptions();

  @Option(names = "--json", description = "vectors.json on standard output.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try {
      RunId id = RunId.parse(run);
      PreprocessConfig config = recipe.config();
      try (ObjectStore store = where.open()) {
        MadeVectors made =
            MadeVectors.of(store, id, Optional.ofNullable(play), config, Instant.now());
        tell(place(store).write(made));
      }
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private VectorsPlace place(ObjectStore store) {
    return out == null ? new VectorsPlace.NextVersion(store) : new VectorsPlace.Folder(out);
  }

  private void tell(Written written) {
    PrintWriter stdout = spec.commandLine().getOut();
    VectorsDocument document = written.document();
    if (json) {
      stdout.println(new String(Documents.write(document), StandardCharsets.UTF_8));
    } else {
      stdout.println("wrote " + line(document.result()) + " to " + written.folder());
    }
    stdout.flush();
    tell("trial", document.result().refusedTrials());
    tell("volume", document.result().refusedVolumes());
  }

  private static String line(Result result) {
    return "%d vectors of %d trials".formatted(result.vectors(), result.trials());
  }

  private void tell(String what, List<Refusal> refused) {
    PrintWriter stderr = spec.commandLine().getErr();
    refused.forEach(
        each ->
            stderr.printf(
                "note: %s %d: %s: %s%n", what, each.index(), each.code(), each.message()));
    stderr.flush();
  }
}
