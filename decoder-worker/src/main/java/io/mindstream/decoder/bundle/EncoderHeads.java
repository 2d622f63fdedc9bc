package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.checkpoint.CheckpointException;
import io.mindstream.decoder.checkpoint.CheckpointTensor;
import io.mindstream.decoder.model.StateDictNames;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The encoder's number of attention heads. No shape tells it, and {@code finetuned.pth} does not
 * hold it; the configuration pickled in {@code fmri_encoder.pth} does.
 */
public final class EncoderHeads {

  private static final String HEADS = "num_heads";
  private static final String PATCH_EMBEDDING = "patch_embed.proj.weight";

  private EncoderHeads() {}

  /**
   * Finds the number.
   *
   * @param model the checkpoint being imported
   * @param encoderCheckpoint {@code fmri_encoder.pth}, where given
   * @throws CheckpointException where nothing tells it, or the two files are of different encoders
   */
  public static int find(Checkpoint model, @Nullable Path encoderCheckpoint) {
    if (encoderCheckpoint == null) {
      return model
          .configNumber(HEADS)
          .orElseThrow(
              () ->
                  new CheckpointException(
                      "the number of attention heads of the encoder is not in this checkpoint:"
                          + " give the pre-training checkpoint, --encoder-checkpoint"
                          + " fmri_encoder.pth, or the number, --encoder-heads N"
                          + " (16 in the released models)"));
    }
    try (Checkpoint encoder = Checkpoint.open(encoderCheckpoint)) {
      requireSameEncoder(model, encoder, encoderCheckpoint);
      return encoder
          .configNumber(HEADS)
          .orElseThrow(
              () ->
                  new CheckpointException(
                      encoderCheckpoint
                          + " has no num_heads in its config; give --encoder-heads N instead"));
    }
  }

  private static void requireSameEncoder(Checkpoint model, Checkpoint encoder, Path path) {
    Optional<long[]> wanted = patchEmbedding(model);
    Optional<long[]> found = patchEmbedding(encoder);
    if (wanted.isPresent() && (found.isEmpty() || !Arrays.equals(wanted.get(), found.get()))) {
      throw new CheckpointException(
          path
              + " holds another encoder than the model's: its patch embedding is "
              + found.map(Arrays::toString).orElse("missing")
              + ", not "
              + Arrays.toString(wanted.get()));
    }
  }

  private static Optional<long[]> patchEmbedding(Checkpoint checkpoint) {
    Map<String, CheckpointTensor> weights = checkpoint.weights();
    return StateDictNames.plain(weights.keySet()).entrySet().stream()
        .filter(name -> name.getKey().endsWith(PATCH_EMBEDDING))
        .findFirst()
        .map(name -> weights.get(name.getValue()))
        .map(CheckpointTensor::shape);
  }
}
