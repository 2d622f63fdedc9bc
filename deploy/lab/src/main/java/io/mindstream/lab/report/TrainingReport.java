package io.mindstream.lab.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.lab.scoring.EvaluatedTrial;
import io.mindstream.lab.training.StagePlan;
import io.mindstream.lab.training.TrainingPreset;
import io.mindstream.lab.training.TrainingStage;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page that a training leaves: what was trained, how, what it can do, the losses. */
public final class TrainingReport {

  private static final List<String> COLUMNS =
      List.of("stage", "steps", "batch", "peak rate", "weight decay", "first loss", "last loss");

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
    List<DomContent> rows = new ArrayList<>();
    List<DomContent> curves = new ArrayList<>();
    for (TrainingStage stage : TrainingStage.values()) {
      float[] loss = losses.getOrDefault(stage, new float[0]);
      if (loss.length > 0) {
        LossCurve.write(folder.resolve(curveName(stage)), loss);
        rows.add(row(stage.label(), preset.plan(stage), loss));
        curves.add(curve(stage));
      }
    }
    SheetFile.write(
        folder.resolve("examples.png"),
        examples.stream().map(example -> example.row(Optional.empty())).toList(),
        1);
    Path page = folder.resolve("report.html");
    HtmlPage.write(
        page,
        "Training of " + model.id(),
        p(describe(model)).withClass("facts"),
        h2("Decoded"),
        p(examplesAre),
        img().withSrc("examples.png").withAlt("decoded trials"),
        h2("Stages"),
        table(tr(each(COLUMNS, name -> th(name))), each(rows.stream())),
        div(each(curves.stream())).withClass("columns"));
    return page;
  }

  private static String describe(BundleDescription model) {
    return "%s. ROI %s, %d voxels. Weights %s."
        .formatted(
            model.source(),
            model.roiId(),
            model.roiVoxels(),
            model.weightsSha256().substring(0, 12));
  }

  private static String curveName(TrainingStage stage) {
    return stage.label() + "-loss.png";
  }

  private static DomContent curve(TrainingStage stage) {
    return section(
        h2(stage.label()),
        p(meaning(stage)),
        img().withSrc(curveName(stage)).withAlt("loss of each step"));
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

  private static TrTag row(String name, StagePlan plan, float[] loss) {
    int window = Math.max(1, loss.length / 20);
    List<String> cells =
        List.of(
            name,
            text("%d", loss.length),
            text("%d", plan.batch()),
            text("%.1e", plan.rate().peak()),
            text("%.2f", plan.weightDecay()),
            text("%.4f", LossCurve.mean(loss, 0, window)),
            text("%.4f", LossCurve.mean(loss, loss.length - window, loss.length)));
    return tr(each(cells, cell -> td(cell)));
  }

  private static String text(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
