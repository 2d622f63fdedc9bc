package io.mindstream.lab.cli;

import io.mindstream.decoder.cli.StopSignal;
import io.mindstream.lab.evaluation.EvaluationReport;
import io.mindstream.standalone.demo.BundledModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how good a model is. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Decodes trials that a model was not trained on and scores the pictures: n-way top-1 and"
          + " top-2 identification by a fixed classifier of drawings, pixel correlation, SSIM, a"
          + " Frechet distance in the classifier's scores.",
      "With --data the runs are replayed through a whole pipeline in this process: topics, decoder,"
          + " object store. The split is printed; a run that was trained on is refused. Ridge"
          + " regression is fitted to the training runs and tested on the same trials. Exit code 1"
          + " where a trial was not decoded.",
      "Writes a contact sheet: name, target, decoded samples, and what these were taken for."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream evaluate --simulated 200 --seed 7 --json",
      "  mindstream evaluate --model BUNDLE --simulated 200 --noise 1,2,4",
      "  mindstream evaluate --model BUNDLE --data DIR --runs 9,10 --samples 5 --json",
      "  mindstream evaluate --recipes --data DIR --runs 1,2,3,4,5,6,7,8 --test-runs 9,10"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = "The model (default: the simulated subject's that comes with the program).")
  private Path model = BundledModel.folder();

  @Option(
      names = "--simulated",
      paramLabel = "N",
      description = "Evaluate on N trials of the simulated subject.")
  private int simulated;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the simulated trials (default: 1).")
  private long seed = 1;

  @Option(
      names = "--noise",
      split = ",",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "Factors of the simulated scanner's noise: all are evaluated, the first gives the scores"
              + " and the sheet (default: 1).")
  private List<Double> noise = List.of(1.0);

  @Option(names = "--data", paramLabel = "DIR", description = "Evaluate on runs in BIDS form.")
  private @Nullable Path data;

  @Option(
      names = "--runs",
      split = ",",
      paramLabel = "N",
      description = "Test runs of --data; no other run is opened.")
  private List<String> runs = List.of();

  @Mixin private DecodingOptions decoding = new DecodingOptions();

  @Mixin private RecipesOptions recipes = new RecipesOptions();

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      defaultValue = "contact-sheet.png",
      description = "Where the contact sheet goes (default: ${DEFAULT-VALUE}).")
  private Path sheet = Path.of("contact-sheet.png");

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description =
          "Also write an HTML page: scores, confusion, noise, the contact sheet; or the recipes.")
  private @Nullable Path page;

  @Option(names = "--json", description = "Print one JSON object, alone on standard output.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if ((simulated > 0) == (data != null)) {
      throw new ParameterException(
          spec.commandLine(), "give either --simulated N or --data DIR --runs N,N");
    }
    if (data != null && runs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--data needs --runs, the runs to test on");
    }
    if (recipes.asked()) {
      return compareRecipes();
    }
    try {
      return report(
          data == null
              ? evaluation().onSimulated(simulated, seed, noise)
              : evaluation().onRecorded(data, runs));
    } catch (CancellationException e) {
      say("stopped; nothing was scored");
      return StopSignal.EXIT_CODE;
    }
  }

  private int compareRecipes() throws IOException {
    if (data == null) {
      throw new ParameterException(
          spec.commandLine(), "--recipes needs --data, the folder of the runs");
    }
    recipes.compare(data, runs, json, page, spec.commandLine().getOut(), err());
    return ExitCode.OK;
  }

  private int report(EvaluationReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? report.json() + System.lineSeparator() : report.table());
    out.flush(); // a page that can't be written costs no evaluation
    report.problems().forEach(problem -> say("note: " + problem));
    if (page != null) {
      report.page(page, model.toString());
      say("page " + page);
    }
    return report.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private ModelEvaluation evaluation() {
    return new ModelEvaluation(model, decoding, sheet, err());
  }

  private void say(String line) {
    err().println(line);
    err().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
