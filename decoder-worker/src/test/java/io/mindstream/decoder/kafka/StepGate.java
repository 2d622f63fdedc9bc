package io.mindstream.decoder.kafka;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Holds a decoder at a denoising step, so that a test can act in mid-decode. */
final class StepGate implements Consumer<float[]> {

  private static final long TIMEOUT_SECONDS = 60;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public void accept(float[] roiVoxels) {
    reached.countDown();
    await(opened);
  }

  /** Waits until a decoder stands at the gate. */
  void awaitReached() {
    await(reached);
  }

  void open() {
    opened.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing came in " + TIMEOUT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
