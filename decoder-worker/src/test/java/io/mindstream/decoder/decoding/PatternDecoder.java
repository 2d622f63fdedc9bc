package io.mindstream.decoder.decoding;

import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.decoding.DecodedTrial.Method;
import io.mindstream.imaging.picture.RgbImage;
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

  /** More steps than these it cannot make. */
  public static final int MOST_STEPS = 1000;

  private static final int SIZE = 4;

  private final ModelCard card;
  private final Consumer<float[]> atEachStep;
  private volatile boolean closed;

  /** A decoder of an untrained model with this id. */
  public PatternDecoder(String id, Consumer<float[]> atEachStep) {
    this.card = new ModelCard("pattern", id, false, null, null, null, "0".repeat(64));
    this.atEachStep = atEachStep;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public String device() {
    return "cpu";
  }

  @Override
  public void requirePossible(SamplingSettings settings) {
    if (settings.steps() > MOST_STEPS) {
      throw new IllegalArgumentException("steps must be 1 to 1000, got " + settings.steps());
    }
  }

  @Override
  public DecodedTrial decode(
      float[] roiVoxels, long[] seeds, SamplingSettings settings, StepListener listener) {
    if (roiVoxels.length != VOXELS) {
      throw new PipelineException(
          FailureCode.VOXEL_COUNT_MISMATCH, VOXELS + " voxels wanted, got " + roiVoxels.length);
    }
    for (int done = 1; done <= settings.steps(); done++) {
      atEachStep.accept(roiVoxels);
      listener.step(done, settings.steps(), () -> images(roiVoxels, seeds));
    }
    Method method = new Method(settings.sampler().toString(), settings.steps(), 1);
    return new DecodedTrial(images(roiVoxels, seeds), method, 1, 2, 3);
  }

  /** Whether nothing decodes with it any more. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }

  private static List<RgbImage> images(float[] roiVoxels, long[] seeds) {
    return LongStream.of(seeds).mapToObj(seed -> image(roiVoxels, seed)).toList();
  }

  private static RgbImage image(float[] roiVoxels, long seed) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    new Random(seed ^ Arrays.hashCode(roiVoxels)).nextBytes(rgb);
    return new RgbImage(SIZE, SIZE, rgb);
  }
}
