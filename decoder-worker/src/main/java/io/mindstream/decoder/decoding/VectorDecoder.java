package io.mindstream.decoder.decoding;

import io.mindstream.decoder.diffusion.NoiseSeed;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.fmri.TrialKey;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Decodes trials: one voxel vector in, one image record a sample out. The pictures depend on the
 * vector and the model alone: the noise of each sample is seeded by run, trial, sample and model.
 * Works on the calling thread.
 */
public final class VectorDecoder implements AutoCloseable {

  private final TrialDecoder decoder;
  private final DecodeSettings settings;
  private final Clock clock;

  /**
   * Decodes on one device.
   *
   * @param decoder closed with this, or at once where it is refused
   * @throws IllegalArgumentException where the model cannot sample as the settings say
   */
  public VectorDecoder(TrialDecoder decoder, DecodeSettings settings, Clock clock) {
    this.decoder = decoder;
    this.settings = settings;
    this.clock = clock;
    try {
      decoder.requirePossible(settings.sampling());
    } catch (IllegalArgumentException e) {
      decoder.close();
      throw e;
    }
  }

  /** The device it runs on: {@code cpu} or {@code gpu:N}. */
  public String device() {
    return decoder.device();
  }

  /** The id of its model. */
  public String modelId() {
    return decoder.card().id();
  }

  /**
   * Decodes one trial.
   *
   * @param previews takes intermediate pictures; must return soon and never throw
   * @param calledOff true once nobody wants the pictures; asked after every step
   * @return the samples, in order
   * @throws io.mindstream.schemas.failure.PipelineException where this vector cannot be decoded
   * @throws java.util.concurrent.CancellationException where it was called off
   */
  public List<DecodedImage> decode(
      VoxelVector vector, Consumer<Preview> previews, BooleanSupplier calledOff) {
    RecordGate.check(vector);
    TrialKey trial = VectorChecks.trialOf(vector);
    VectorChecks.requireModel(vector, decoder.card().id());
    RecipeChecks.requireKnown(vector, decoder.card());
    VectorChecks.requireVoxels(vector, decoder.card());
    float[] values = VectorChecks.valuesOf(vector);
    ImageRecords records =
        new ImageRecords(vector, decoder.card(), decoder.device(), clock.instant());
    long[] seeds = seeds(trial);
    StepFollower follower =
        new StepFollower(trial, settings.sampling().previewEvery(), previews, calledOff);
    DecodedTrial decoded = decoder.decode(values, seeds, settings.sampling(), follower);
    return records.of(decoded, seeds, clock);
  }

  private long[] seeds(TrialKey trial) {
    return IntStream.range(0, settings.samples())
        .mapToLong(
            sample -> NoiseSeed.of(trial.runId(), trial.trialIndex(), sample, decoder.card().id()))
        .toArray();
  }

  @Override
  public void close() {
    decoder.close();
  }
}
