package io.mindstream.lab.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mindstream.lab.report.EvaluationPage;
import io.mindstream.lab.scoring.NoiseLevel;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.lab.scoring.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  /** A page for people. */
  public void page(Path file, String model) throws IOException {
    EvaluationPage.write(file, model, facts, scores, ridge, curve, sheet);
  }

  /** Lines for people. */
  public String table() {
    return EvaluationTable.of(this).toString();
  }
}
