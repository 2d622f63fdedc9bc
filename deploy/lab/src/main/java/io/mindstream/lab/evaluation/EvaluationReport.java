package io.mindstream.lab.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mindstream.lab.scoring.EvaluationPage;
import io.mindstream.lab.scoring.NoiseLevel;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.lab.scoring.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation tells.
 *
 * @param facts what was decoded and how, in words, a line each
 * @param scores of the decoded pictures
 * @param ridge of the linear classifier, or null for simulated trials
 * @param curve scores at each factor of noise, the first being {@code scores}; empty for recorded
 *     runs
 * @param sheet the contact sheet
 * @param problems what was not decoded and why, one line each
 */
public record EvaluationReport(
    List<String> facts,
    Scores scores,
    @Nullable RidgeScores ridge,
    List<NoiseLevel> curve,
    Path sheet,
    List<String> problems) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One JSON object in one line. */
  public String json() throws JsonProcessingException {
    ObjectNode node = JSON.valueToTree(scores);
    if (ridge == null) {
      node.putNull("ridgeTop1");
    } else {
      node.setAll((ObjectNode) JSON.valueToTree(ridge));
    }
    node.put("contactSheet", sheet.toString());
    for (NoiseLevel level : curve) {
      node.withArray("noiseCurve")
          .addObject()
          .put("noise", level.factor())
          .put("nWayTop1", level.scores().nWayTop1())
          .put("pcc", level.scores().pcc())
          .put("ssim", level.scores().ssim());
    }
    problems.forEach(problem -> node.withArray("problems").add(problem));
    return JSON.writeValueAsString(node);
  }

  /** A page for people; the sheet's address in it is as seen from the page. */
  public void page(Path file, String model) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    EvaluationPage.write(
        file,
        model,
        facts,
        scores,
        ridge,
        curve,
        folder.relativize(sheet.toAbsolutePath()).toString());
  }

  /** Lines for people. */
  public String table() {
    StringBuilder text = new StringBuilder();
    line(text, "%d trials", scores.trials());
    line(
        text,
        "%d-way top-1  %.1f %%  (95 %%: %.1f to %.1f)",
        scores.nWay(),
        100 * scores.nWayTop1(),
        100 * scores.nWayTop1CI95().get(0),
        100 * scores.nWayTop1CI95().get(1));
    line(text, "%d-way top-2  %.1f %%", scores.nWay(), 100 * scores.nWayTop2());
    if (ridge != null) {
      ridge(text, ridge);
    }
    line(
        text,
        "pixel correlation %.3f, SSIM %.3f, Frechet distance in drawing classifier scores %.3f",
        scores.pcc(),
        scores.ssim(),
        scores.frechetDistanceInDrawingClassifierScores());
    line(text, "classifier's own accuracy on drawings %.1f %%", 100 * scores.classifierAccuracy());
    curve.stream().skip(1).forEach(level -> noise(text, level));
    return text.toString();
  }

  private static void ridge(StringBuilder text, RidgeScores ridge) {
    line(
        text,
        "ridge        %.1f %%  (95 %%: %.1f to %.1f)  whole run known, window 5 s after the onset",
        100 * ridge.ridgeTop1(),
        100 * ridge.ridgeTop1CI95().get(0),
        100 * ridge.ridgeTop1CI95().get(1));
    line(
        text,
        "             %.1f %%  whole run known, the model's window",
        100 * ridge.ridgeTop1InModelWindow());
    line(
        text,
        "             %.1f %%  the pipeline's vectors, as the model gets them",
        100 * ridge.ridgeTop1OnPipelineVectors());
  }

  private static void noise(StringBuilder text, NoiseLevel level) {
    line(
        text,
        "noise x%s: %d-way top-1 %.1f %%, pixel correlation %.3f",
        level.factor(),
        level.scores().nWay(),
        100 * level.scores().nWayTop1(),
        level.scores().pcc());
  }

  private static void line(StringBuilder text, String format, @Nullable Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
