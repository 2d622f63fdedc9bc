package io.mindstream.standalone.evaluation;

import io.mindstream.decoder.diffusion.NoiseSeed;
import io.mindstream.decoder.inference.DenoisingListener;
import io.mindstream.decoder.inference.RgbImage;
import io.mindstream.decoder.inference.SamplerKind;
import io.mindstream.decoder.inference.SamplingSettings;
import io.mindstream.decoder.inference.TrialDecoder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decodes vectors as the decoder worker does: same sampler, same seeds.
 *
 * @param decoder the model
 * @param steps sampling steps of DPM-Solver++ 2M
 * @param samples pictures a trial
 */
record TrialDecoding(TrialDecoder decoder, int steps, int samples) {

  /** Pictures of a trial. */
  List<RgbImage> decode(String runId, int trial, float[] vector) {
    long[] seeds =
        IntStream.range(0, samples)
            .mapToLong(sample -> NoiseSeed.of(runId, trial, sample, decoder.model().id()))
            .toArray();
    SamplingSettings settings = new SamplingSettings(SamplerKind.DPMPP, steps, 0);
    DenoisingListener silent = (done, all, preview) -> {};
    return decoder.decode(vector, seeds, settings, silent).images();
  }
}
