package io.mindstream.decoder.worker;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.inference.DecodedTrial;
import io.mindstream.decoder.inference.DenoisingListener;
import io.mindstream.decoder.inference.RgbImage;
import io.mindstream.decoder.inference.SamplingSettings;
import io.mindstream.decoder.inference.TrialDecoder;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * A decoder without a network: each pixel follows from the vector and the sample's seed alone. What
 * it is given to run at each step may look at the vector, wait or throw.
 */
public final class PatternDecoder implements TrialDecoder {

  /** Voxels of a vector that it takes. */
  public static final int VOXELS = 6;

  private static final int SIZE = 4;

  private final BundleDescription model;
  private final Consumer<float[]> atEachStep;

  /** A decoder that says it is of the given model. */
  public PatternDecoder(BundleDescription model, Consumer<float[]> atEachStep) {
    this.model = model;
    this.atEachStep = atEachStep;
  }

  @Override
  public BundleDescription model() {
    return model;
  }

  @Override
  public String device() {
    return "cpu";
  }

  @Override
  public DecodedTrial decode(
      float[] roiVoxels, long[] seeds, SamplingSettings settings, DenoisingListener listener) {
    if (roiVoxels.length != VOXELS) {
      throw new PipelineException(
          FailureCode.VOXEL_COUNT_MISMATCH, VOXELS + " voxels wanted, got " + roiVoxels.length);
    }
    for (int done = 1; done <= settings.steps(); done++) {
      atEachStep.accept(roiVoxels);
      listener.step(done, settings.steps(), () -> images(roiVoxels, seeds));
    }
    return new DecodedTrial(images(roiVoxels, seeds), 1, 2, 3);
  }

  @Override
  public void close() {}

  private static List<RgbImage> images(float[] roiVoxels, long[] seeds) {
    return LongStream.of(seeds).mapToObj(seed -> image(roiVoxels, seed)).toList();
  }

  private static RgbImage image(float[] roiVoxels, long seed) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    new Random(seed ^ Arrays.hashCode(roiVoxels)).nextBytes(rgb);
    return new RgbImage(SIZE, SIZE, rgb);
  }
}
