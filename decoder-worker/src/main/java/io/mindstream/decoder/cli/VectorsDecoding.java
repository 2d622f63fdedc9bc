package io.mindstream.decoder.cli;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.diffusion.NoiseSeed;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.mindvis.DecoderStages;
import io.mindstream.decoder.mindvis.DecoderStages.Encoded;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.schemas.failure.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Decodes trials from an array and writes pictures and latents into a folder. */
final class VectorsDecoding {

  /** Where a trial's initial latents come from: (samples, Z, h, w). */
  @FunctionalInterface
  interface Noise {
    FloatArray of(int trial);
  }

  private final BrainDecoder decoder;
  private final DecoderStages stages;
  private final SamplingSettings settings;
  private final Path out;
  private final StopSignal stop;
  private final List<Encoded> encoded = new ArrayList<>();
  private final List<FloatArray> latents = new ArrayList<>();

  VectorsDecoding(BrainDecoder decoder, SamplingSettings settings, Path out, StopSignal stop) {
    this.decoder = decoder;
    this.stages = decoder.stages();
    this.settings = settings;
    this.out = out;
    this.stop = stop;
  }

  /**
   * Decodes all trials; each picture is written as soon as it is there.
   *
   * @param fmri padded and normalised voxels (trials, V)
   * @throws PipelineException NOT_FINITE naming the trial whose latents or pictures are not
   */
  void run(FloatArray fmri, Noise noise, DecodeProgress progress) throws IOException {
    int trials = Math.toIntExact(fmri.shape()[0]);
    for (int trial = 0; trial < trials; trial++) {
      try {
        decode(trial, fmri.slice(trial, trial + 1), noise.of(trial), progress);
      } catch (PipelineException e) {
        throw new PipelineException(e.code(), "trial " + trial + ": " + e.getMessage());
      }
      progress.trialDone(trial, trials);
    }
    ArrayFiles.write(out.resolve("latents.npy"), FloatArray.concatenate(latents));
  }

  private void decode(int trial, FloatArray fmri, FloatArray noise, DecodeProgress progress)
      throws IOException {
    Encoded trialEncoded = stages.encode(fmri);
    FloatArray latent =
        decoder.sample(
            trialEncoded.context(),
            noise,
            settings,
            (done, steps, preview) -> {
              stop.check();
              progress.step();
            });
    writeImages(trial, BrainDecoder.images(stages.decode(latent)));
    encoded.add(trialEncoded);
    latents.add(latent);
  }

  /** Writes what went on inside, for comparison with another implementation. */
  void dump(FloatArray fmri) throws IOException {
    ArrayFiles.write(out.resolve("fmri_normalised.npy"), fmri);
    write("encoder_output.npy", encoded.stream().map(Encoded::encoderOutput).toList());
    write("context.npy", encoded.stream().map(Encoded::context).toList());
    write("time_condition.npy", encoded.stream().map(Encoded::timeCondition).toList());
  }

  /** Noise from seeds: run {@code seed-N}, the trial, the sample and the model's id. */
  Noise seeded(long seed, int samples) {
    String run = "seed-" + seed;
    return trial ->
        decoder.noise(
            IntStream.range(0, samples)
                .mapToLong(sample -> NoiseSeed.of(run, trial, sample, decoder.model().id()))
                .toArray());
  }

  private void write(String name, List<FloatArray> trials) throws IOException {
    ArrayFiles.write(out.resolve(name), FloatArray.concatenate(trials));
  }

  private void writeImages(int trial, List<RgbImage> images) throws IOException {
    for (int sample = 0; sample < images.size(); sample++) {
      String name = String.format(Locale.ROOT, "trial-%04d_sample-%d.png", trial, sample);
      Files.write(out.resolve(name), images.get(sample).png());
    }
  }
}
