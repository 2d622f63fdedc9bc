package io.mindstream.lab.training;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.BundleWriter;
import io.mindstream.decoder.bundle.SamplingDefaults;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.decoder.bundle.WriteListener;
import io.mindstream.decoder.checkpoint.ElementType;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.StateDictShapes;
import io.mindstream.decoder.network.WeightFormat;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a training leaves.
 *
 * @param architecture all sizes
 * @param statistics by which padded vectors were normalised
 * @param roiId the ROI of the vectors
 * @param roiVoxels V0
 * @param weights all tensors, those of training alone among them
 * @param losses loss of each step, by stage that was trained, now or before
 */
public record TrainedDecoder(
    Architecture architecture,
    VoxelScaling statistics,
    String roiId,
    int roiVoxels,
    NamedTensors weights,
    Map<TrainingStage, float[]> losses) {

  private static final SamplingDefaults SAMPLING = new SamplingDefaults("dpmpp", 20, 1, 2.0);

  /** Whether every stage was trained. */
  public boolean complete() {
    return losses.keySet().containsAll(StageChoice.ORDER);
  }

  /** The stages that were not trained, for people. */
  public String missing() {
    return "not trained: "
        + StageChoice.names(
            StageChoice.ORDER.stream().filter(stage -> !losses.containsKey(stage)).toList());
  }

  /**
   * Writes the model bundle, in half precision: what a weight loses is far below what its training
   * leaves undecided.
   *
   * @param folder where to; a bundle that is there is replaced
   * @param id name of the model
   * @param source where the weights come from, in words
   * @param vectors how the vectors were made
   */
  public BundleDescription write(Path folder, String id, String source, VectorOrigin vectors) {
    return BundleWriter.to(folder, true, WriteListener.NONE)
        .write(
            StateDictShapes.of(architecture),
            ElementType.FLOAT16,
            (name, out) ->
                Channels.newChannel(out).write(WeightFormat.FLOAT16.cast(weights.data(name))),
            sha256 -> description(id, source, vectors, sha256));
  }

  private BundleDescription description(
      String id, String source, VectorOrigin vectors, String sha256) {
    return new BundleDescription(
        id,
        true,
        source,
        architecture,
        statistics,
        roiId,
        roiVoxels,
        vectors,
        BundleDescription.RELEASED_T,
        BundleDescription.RELEASED_BETA_START,
        BundleDescription.RELEASED_BETA_END,
        Prediction.VELOCITY,
        SAMPLING,
        sha256);
  }
}
