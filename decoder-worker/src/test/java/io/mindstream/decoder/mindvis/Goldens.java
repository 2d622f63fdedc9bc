package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.bundle.BundleWriter;
import io.mindstream.decoder.bundle.CheckpointImport;
import io.mindstream.decoder.bundle.EncoderHeads;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.decoder.bundle.WriteListener;
import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.model.ArchitectureInference.UntoldSizes;
import io.mindstream.testing.SharedData;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Checkpoints of the public MinD-Vis code with random weights, and the numbers it got from them:
 * folders beside the project. Without them tests are skipped, except in CI, where they fail.
 */
public final class Goldens {

  private final Path folder;

  private Goldens(Path folder) {
    this.folder = folder;
  }

  /** The fixture {@code mind-vis-NAME}. */
  public static Goldens of(String name) {
    return new Goldens(SharedData.of("fixtures/mind-vis-" + name));
  }

  /** A file of the fixture. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** An array of the fixture. */
  public FloatArray array(String name) {
    DoubleArray array = NpyFile.read(folder.resolve(name + ".npy"));
    return new FloatArray(array.shape(), array.floats());
  }

  /** Whole numbers of the fixture. */
  public long[] whole(String name) {
    DoubleArray array = NpyFile.read(folder.resolve(name + ".npy"));
    return Arrays.stream(array.values()).mapToLong(value -> (long) value).toArray();
  }

  /**
   * The checkpoint as a bundle.
   *
   * @param latentSize height and width of its latents
   */
  public ModelBundle bundle(Path out, int latentSize) {
    Path encoder = folder.resolve("fmri_encoder.pth");
    try (Checkpoint checkpoint = Checkpoint.open(folder.resolve("finetuned.pth"))) {
      UntoldSizes given = new UntoldSizes(EncoderHeads.find(checkpoint, encoder), 1, latentSize);
      new CheckpointImport(checkpoint, given)
          .write(
              BundleWriter.to(out, false, WriteListener.NONE),
              new CheckpointImport.Labels(
                  folder.getFileName().toString(), "fixture", new VoxelScaling.Own(), null, null));
    }
    return ModelBundle.open(out);
  }

  /** Largest difference of two arrays of one size. */
  public static double difference(float[] got, float[] golden) {
    assertThat(got).hasSameSizeAs(golden);
    double largest = 0;
    for (int i = 0; i < got.length; i++) {
      largest = Math.max(largest, Math.abs((double) got[i] - golden[i]));
    }
    return largest;
  }

  /** Population standard deviation. */
  public static double deviation(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    return Math.sqrt(squares / values.length - mean * mean);
  }
}
