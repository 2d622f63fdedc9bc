package io.mindstream.decoder.worker;

import io.mindstream.decoder.inference.DenoisingListener;
import io.mindstream.decoder.inference.RgbImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.fmri.TrialKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Watches the denoising of one trial: ends it where it is no longer wanted, and makes previews. A
 * preview costs a pass through the latent decoder, so none is made beyond those asked for, and none
 * of the last step, whose picture is the result.
 */
final class StepFollower implements DenoisingListener {

  private final TrialKey trial;
  private final int previewEvery;
  private final TrialListener listener;

  StepFollower(TrialKey trial, int previewEvery, TrialListener listener) {
    this.trial = trial;
    this.previewEvery = previewEvery;
    this.listener = listener;
  }

  @Override
  public void step(int done, int steps, Supplier<List<RgbImage>> preview) {
    if (listener.cancelled()) {
      throw new CancellationException(trial + " was given up after step " + done + " of " + steps);
    }
    if (previewEvery > 0 && done < steps && done % previewEvery == 0) {
      publish(done, steps, preview.get());
    }
  }

  private void publish(int done, int steps, List<RgbImage> images) {
    for (int sample = 0; sample < images.size(); sample++) {
      listener.preview(
          Preview.newBuilder()
              .setRunId(trial.runId())
              .setTrialIndex(trial.trialIndex())
              .setSampleIndex(sample)
              .setStep(done)
              .setSteps(steps)
              .setPng(ByteBuffer.wrap(images.get(sample).png()))
              .build());
    }
  }
}
