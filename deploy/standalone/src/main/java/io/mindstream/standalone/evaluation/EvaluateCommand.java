package io.mindstream.standalone.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mindstream.bridge.simulation.Category;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.evaluation.ContactSheet;
import io.mindstream.decoder.evaluation.EvaluatedTrial;
import io.mindstream.decoder.evaluation.Scorer;
import io.mindstream.decoder.evaluation.Scores;
import io.mindstream.decoder.inference.BrainDecoder;
import io.mindstream.decoder.inference.DeviceChoice;
import io.mindstream.decoder.inference.Precision;
import io.mindstream.standalone.training.BundledModel;
import io.mindstream.standalone.training.TrainingSplit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
          + " Frechet distance in the classifier's scores; for recorded runs also ridge regression"
          + " on the same split.",
      "Writes a contact sheet: name, target, decoded samples."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream evaluate --simulated 200 --seed 7 --json",
      "  mindstream evaluate --model BUNDLE --simulated 200 --noise 1,2,4",
      "  mindstream evaluate --model BUNDLE --data DIR --runs 9,10 --samples 5 --json"
    })
public final class EvaluateCommand implements Callable<Integer> {

  private static final int SHOWN = 48;

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

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1",
      description = "Pictures a trial; their class scores are averaged (default: 1).")
  private int samples = 1;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "20",
      description = "Steps of DPM-Solver++ 2M (default: 20).")
  private int steps = 20;

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      defaultValue = "contact-sheet.png",
      description = "Where the contact sheet goes (default: ${DEFAULT-VALUE}).")
  private Path sheet = Path.of("contact-sheet.png");

  @Option(names = "--json", description = "Print one JSON object, alone on standard output.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if ((simulated > 0) == (data != null)) {
      throw new ParameterException(
          spec.commandLine(), "give either --simulated N or --data DIR --runs N,N");
    }
    if (data != null && runs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--data needs --runs, the runs to test on");
    }
    try (ModelBundle bundle = ModelBundle.open(model);
        BrainDecoder decoder = BrainDecoder.load(bundle, new DeviceChoice.Auto(), Precision.FP32)) {
      TrialDecoding decoding = new TrialDecoding(decoder, steps, samples);
      if (data == null) {
        List<Scores> curve = onSimulated(decoding);
        report(curve.get(0), curve);
      } else {
        report(onRecorded(decoding, data), List.of());
      }
    }
    return ExitCode.OK;
  }

  /** Scores at each factor of noise, on the same stimuli. */
  private List<Scores> onSimulated(TrialDecoding decoding) {
    Scorer scorer = DrawingScorer.of(Category.viewed());
    List<Scores> curve = new ArrayList<>();
    try (DecodingProgress progress = new DecodingProgress(err(), simulated * noise.size())) {
      SimulatedEvaluation evaluation = new SimulatedEvaluation(decoding, progress);
      for (double factor : noise) {
        List<EvaluatedTrial> trials = evaluation.decode(simulated, seed, factor);
        if (curve.isEmpty()) {
          draw(trials);
        }
        curve.add(scorer.score(trials));
      }
    }
    return curve;
  }

  private Scores onRecorded(TrialDecoding decoding, Path folder) throws IOException {
    RecordedEvaluation evaluation = new RecordedEvaluation(TrainingSplit.read(model), folder, runs);
    err().println(evaluation.describe());
    Scorer scorer = DrawingScorer.of(evaluation.categories());
    try (DecodingProgress progress = new DecodingProgress(err(), evaluation.trials())) {
      List<EvaluatedTrial> trials = evaluation.decode(decoding, progress);
      draw(trials);
      return scorer.score(trials).withRidge(evaluation.ridgeHits());
    }
  }

  private void draw(List<EvaluatedTrial> trials) {
    ContactSheet.write(sheet, trials.subList(0, Math.min(SHOWN, trials.size())), samples);
    err().println("contact sheet " + sheet);
    err().flush();
  }

  private void report(Scores scores, List<Scores> curve) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode node = mapper.valueToTree(scores);
      node.put("contactSheet", sheet.toString());
      for (int i = 0; i < curve.size(); i++) {
        node.withArray("noiseCurve")
            .addObject()
            .put("noise", noise.get(i))
            .put("nWayTop1", curve.get(i).nWayTop1())
            .put("pcc", curve.get(i).pcc())
            .put("ssim", curve.get(i).ssim());
      }
      out.println(mapper.writeValueAsString(node));
    } else {
      out.print(table(scores));
      for (int i = 1; i < curve.size(); i++) {
        out.printf(
            Locale.ROOT,
            "noise x%s: %d-way top-1 %.1f %%, pixel correlation %.3f%n",
            noise.get(i),
            scores.nWay(),
            100 * curve.get(i).nWayTop1(),
            curve.get(i).pcc());
      }
    }
    out.flush();
  }

  private static String table(Scores scores) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d trials%n%d-way top-1  %.1f %%  (95 %%: %.1f to %.1f)%n%d-way top-2  %.1f %%%n",
            scores.trials(),
            scores.nWay(),
            100 * scores.nWayTop1(),
            100 * scores.nWayTop1CI95().get(0),
            100 * scores.nWayTop1CI95().get(1),
            scores.nWay(),
            100 * scores.nWayTop2()));
    Double ridge = scores.ridgeTop1();
    if (ridge != null) {
      text.append(String.format(Locale.ROOT, "ridge        %.1f %%%n", 100 * ridge));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "pixel correlation %.3f, SSIM %.3f, Frechet distance in drawing classifier scores"
                + " %.3f%nclassifier's own accuracy on drawings %.1f %%%n",
            scores.pcc(),
            scores.ssim(),
            scores.frechetDistanceInDrawingClassifierScores(),
            100 * scores.classifierAccuracy()));
    return text.toString();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
