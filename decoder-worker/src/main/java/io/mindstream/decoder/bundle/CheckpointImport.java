package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.checkpoint.CheckpointException;
import io.mindstream.decoder.checkpoint.CheckpointTensor;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.ArchitectureInference;
import io.mindstream.decoder.model.ShapeComparison;
import io.mindstream.decoder.model.StateDictNames;
import io.mindstream.decoder.model.StateDictShapes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a bundle of a MinD-Vis checkpoint. */
public final class CheckpointImport {

  private static final int MOST_LISTED = 8;
  private static final String SCALE = "scale_factor";

  private final Checkpoint checkpoint;
  private final Map<String, CheckpointTensor> tensors = new LinkedHashMap<>();
  private final List<String> passedOver;
  private final Architecture architecture;
  private final ShapeComparison comparison;

  /**
   * What is not in the checkpoint.
   *
   * @param id the model's name
   * @param source where the checkpoint came from, in words
   * @param statistics how padded vectors are normalised
   * @param roiId the ROI, where known
   * @param roiVoxels its voxels before padding, where known
   */
  public record Labels(
      String id,
      String source,
      VoxelScaling statistics,
      @Nullable String roiId,
      @Nullable Integer roiVoxels) {}

  /**
   * Infers the sizes and compares the tensors.
   *
   * @param checkpoint stays open until the bundle is written
   * @param given what no shape tells
   * @throws io.mindstream.decoder.model.UnusableArchitectureException where sizes cannot be
   *     inferred, or several tensors may be meant by one name
   * @throws CheckpointException where the checkpoint scales its latents, which no part here does
   */
  public CheckpointImport(Checkpoint checkpoint, ArchitectureInference.UntoldSizes given) {
    this.checkpoint = checkpoint;
    Map<String, CheckpointTensor> weights = checkpoint.weights();
    StateDictNames.plain(weights.keySet())
        .forEach((plain, name) -> tensors.put(plain, Objects.requireNonNull(weights.get(name))));
    this.passedOver = StateDictNames.passedOver(weights.keySet());
    requireUnscaledLatents();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    this.architecture = ArchitectureInference.infer(shapes, given);
    this.comparison = ShapeComparison.of(StateDictShapes.of(architecture), shapes);
  }

  /**
   * A latent diffusion model that was trained with scale_by_std divides its latents by this buffer
   * before they are decoded; MinD-Vis' models are not.
   */
  private void requireUnscaledLatents() {
    tensors.forEach(
        (name, tensor) -> {
          boolean scale = name.equals(SCALE) || name.endsWith("." + SCALE);
          if (scale && (tensor.elements() != 1 || tensor.floats()[0] != 1)) {
            throw new CheckpointException(
                "the checkpoint scales its latents: "
                    + name
                    + " is "
                    + Arrays.toString(tensor.floats())
                    + ", and latents are decoded unscaled here; train with scale_by_std false, or"
                    + " take the factor into the weights and save the checkpoint without it");
          }
        });
  }

  /** Names of tensors that were left out for others of the same plain name. */
  public List<String> passedOver() {
    return passedOver;
  }

  /** The inferred sizes. */
  public Architecture architecture() {
    return architecture;
  }

  /** Which tensors are missing, misshapen, or not needed. */
  public ShapeComparison comparison() {
    return comparison;
  }

  /**
   * Writes the bundle.
   *
   * @throws CheckpointException where tensors are missing, misshapen or not finite, or the file is
   *     damaged
   * @throws BundleException where the bundle cannot be written
   */
  public BundleDescription write(BundleWriter writer, Labels labels) {
    if (!comparison.complete()) {
      throw new CheckpointException(
          "the checkpoint does not hold a whole MinD-Vis model;"
              + listed(" missing: ", comparison.missing())
              + listed(" misshapen: ", comparison.misshapen()));
    }
    NoiseScheduleBuffers schedule = NoiseScheduleBuffers.of(tensors.get("betas"));
    return writer.write(
        StateDictShapes.of(architecture),
        (name, out) -> Objects.requireNonNull(tensors.get(name)).writeFiniteFloat32(name, out),
        sha256 -> describe(labels, schedule, sha256));
  }

  private static String listed(String title, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String more =
        names.size() > MOST_LISTED ? " and " + (names.size() - MOST_LISTED) + " more" : "";
    return title + String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size()))) + more;
  }

  private BundleDescription describe(Labels labels, NoiseScheduleBuffers schedule, String sha256) {
    return new BundleDescription(
        labels.id(),
        true,
        labels.source(),
        architecture,
        labels.statistics(),
        labels.roiId(),
        labels.roiVoxels(),
        null,
        schedule.T(),
        schedule.betaStart(),
        schedule.betaEnd(),
        Prediction.NOISE,
        sampling(),
        sha256);
  }

  private SamplingDefaults sampling() {
    SamplingDefaults released = SamplingDefaults.RELEASED;
    return new SamplingDefaults(
        released.sampler(),
        checkpoint.configNumber("ddim_steps").filter(n -> n > 0).orElse(released.steps()),
        checkpoint.configNumber("num_samples").filter(n -> n > 0).orElse(released.samples()),
        released.guidance());
  }
}
