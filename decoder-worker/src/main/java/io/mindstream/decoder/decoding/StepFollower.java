package io.mindstream.decoder.decoding;

import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.fmri.TrialKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches the decode of one trial: ends it where it is no longer wanted, and makes previews. A
 * preview costs a pass through the latent decoder, so none is made beyond those asked for, and none
 * of the last step, whose picture is the result.
 *
 * @param trial what is decoded
 * @param previewEvery a preview after every so many steps; 0 for none
 * @param previews takes them, one a sample; must return soon and never throw
 * @param calledOff true once nobody wants the pictures
 */
record StepFollower(
    TrialKey trial, int previewEvery, Consumer<Preview> previews, BooleanSupplier calledOff)
    implements StepListener {

  @Override
  public void step(int done, int steps, Supplier<List<RgbImage>> preview) {
    if (calledOff.getAsBoolean()) {
      throw new CancellationException(trial + " was given up after step " + done + " of " + steps);
    }
    if (previewEvery > 0 && done < steps && done % previewEvery == 0) {
      publish(done, steps, preview.get());
    }
  }

  private void publish(int done, int steps, List<RgbImage> images) {
    for (int sample = 0; sample < images.size(); sample++) {
      previews.accept(
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
