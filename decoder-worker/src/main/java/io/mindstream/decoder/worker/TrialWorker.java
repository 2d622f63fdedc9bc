package io.mindstream.decoder.worker;

import io.mindstream.decoder.diffusion.NoiseSeed;
import io.mindstream.decoder.inference.DecodedTrial;
import io.mindstream.decoder.inference.TrialDecoder;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.fmri.TrialKey;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decodes trials: one voxel vector in, one image record a sample out. The pictures depend on the
 * vector and the model alone: the noise of each sample is seeded by run, trial, sample and model.
 * Uses its decoder on the calling thread and leaves it open.
 */
public final class TrialWorker {

  private final TrialDecoder decoder;
  private final DecodeSettings settings;
  private final Clock clock;

  /** A worker on one device. */
  public TrialWorker(TrialDecoder decoder, DecodeSettings settings, Clock clock) {
    this.decoder = decoder;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Decodes one trial.
   *
   * @return the samples, in order
   * @throws io.mindstream.schemas.failure.PipelineException where this vector cannot be decoded
   * @throws java.util.concurrent.CancellationException where the listener called it off
   */
  public List<DecodedImage> decode(VoxelVector vector, TrialListener listener) {
    TrialKey trial = VectorChecks.trialOf(vector);
    VectorChecks.requireModel(vector, decoder.model().id());
    VectorChecks.requireVoxels(vector, decoder.model());
    float[] values = VectorChecks.valuesOf(vector);
    StepFollower follower = new StepFollower(trial, settings.sampling().previewEvery(), listener);
    ImageRecords records =
        new ImageRecords(vector, decoder.model(), decoder.device(), settings, clock.instant());
    long[] seeds = seeds(trial);
    DecodedTrial decoded = decoder.decode(values, seeds, settings.sampling(), follower);
    return records.of(decoded, seeds, clock);
  }

  private long[] seeds(TrialKey trial) {
    return IntStream.range(0, settings.samples())
        .mapToLong(
            sample -> NoiseSeed.of(trial.runId(), trial.trialIndex(), sample, decoder.model().id()))
        .toArray();
  }
}
