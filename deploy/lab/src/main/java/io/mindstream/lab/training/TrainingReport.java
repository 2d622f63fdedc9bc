package io.mindstream.lab.training;

import static io.mindstream.lab.report.HtmlPage.escaped;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.lab.report.HtmlPage;
import io.mindstream.lab.scoring.ContactSheet;
import io.mindstream.lab.scoring.EvaluatedTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that a training leaves: what was trained, how, what it can do, the losses. */
public final class TrainingReport {

  private static final String BODY =
      """
      <p class="facts">%1$s. ROI %2$s, %3$s voxels. Weights %4$s.</p>
      <h2>Decoded</h2>
      <p>%7$s</p>
      <img src="examples.png" alt="decoded trials">
      <h2>Stages</h2>
      <table><tr><th>stage</th><th>steps</th><th>batch</th><th>peak rate</th>
      <th>weight decay</th><th>first loss</th><th>last loss</th></tr>
      %5$s</table>
      <div class="columns">%6$s</div>
      """;

  private TrainingReport() {}

  /**
   * Writes {@code report.html}, a picture of each stage's losses and one of decoded trials.
   *
   * @param losses loss of each step, by stage
   * @param examples a few trials, decoded by the new model
   * @param examplesAre which trials these are, in words
   * @return the page
   */
  public static Path write(
      Path folder,
      BundleDescription model,
      TrainingPreset preset,
      Map<TrainingStage, float[]> losses,
      List<EvaluatedTrial> examples,
      String examplesAre)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    StringBuilder curves = new StringBuilder();
    for (TrainingStage stage : TrainingStage.values()) {
      float[] loss = losses.getOrDefault(stage, new float[0]);
      if (loss.length == 0) {
        continue;
      }
      String name = stage.label();
      LossCurve.write(folder.resolve(name + "-loss.png"), loss);
      rows.append(row(name, preset.plan(stage), loss));
      curves.append(
          "<section><h2>%1$s</h2><p>%2$s</p><img src=\"%1$s-loss.png\" alt=\"loss\"></section>\n"
              .formatted(name, meaning(stage)));
    }
    Path page = folder.resolve("report.html");
    HtmlPage.write(
        page,
        "Training of " + model.id(),
        BODY.formatted(
            escaped(model.source()),
            escaped(String.valueOf(model.roiId())),
            model.roiVoxels(),
            model.weightsSha256().substring(0, 12),
            rows,
            curves,
            escaped(examplesAre)));
    ContactSheet.write(folder.resolve("examples.png"), examples, 1);
    return page;
  }

  private static String meaning(TrainingStage stage) {
    return switch (stage) {
      case MASKED ->
          "The encoder sees a quarter of the voxel patches and fills in the others: squared error"
              + " of the hidden ones, 1 where it knows nothing.";
      case AUTOENCODER ->
          "Pictures to small latents of a code book and back: error of the picture and the codes.";
      case PICTURES ->
          "From latents with noise, as a diffusion leaves them, to pictures: error of the picture.";
      case CONDITION ->
          "From voxels to the latent by a linear reading of the context: the share of the"
              + " latent's variance that the voxels do not tell.";
      case DIFFUSION ->
          "Encoder, context and UNet together: squared error of the velocity, with the noisier"
              + " timesteps drawn more often.";
    };
  }

  private static String row(String name, StagePlan plan, float[] loss) {
    int window = Math.max(1, loss.length / 20);
    return String.format(
        Locale.ROOT,
        "<tr><td>%s</td><td>%d</td><td>%d</td><td>%.1e</td><td>%.2f</td><td>%.4f</td>"
            + "<td>%.4f</td></tr>%n",
        name,
        loss.length,
        plan.batch(),
        plan.rate().peak(),
        plan.weightDecay(),
        LossCurve.mean(loss, 0, window),
        LossCurve.mean(loss, loss.length - window, loss.length));
  }
}
