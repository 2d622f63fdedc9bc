package io.mindstream.lab.evaluation;

import io.mindstream.decoder.decoding.DecodeSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.decoding.TrialDecoder;
import io.mindstream.decoder.diffusion.NoiseSeed;
import io.mindstream.imaging.picture.RgbImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decodes vectors as the decoder worker does: same sampler, same seeds.
 *
 * @param decoder the model
 * @param settings sampler and number of pictures
 * @param listener hears of each step
 */
public record TrialDecoding(TrialDecoder decoder, DecodeSettings settings, StepListener listener) {

  /** Pictures of a trial. */
  List<RgbImage> decode(String runId, int trial, float[] vector) {
    long[] seeds =
        IntStream.range(0, settings.samples())
            .mapToLong(sample -> NoiseSeed.of(runId, trial, sample, decoder.card().id()))
            .toArray();
    return decoder.decode(vector, seeds, settings.sampling(), listener).images();
  }
}
