package io.mindstream.decoder.kafka;

import io.mindstream.decoder.inference.DeviceChoice;
import io.mindstream.decoder.inference.TrialDecoder;
import io.mindstream.decoder.worker.DecoderFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The one thread on which a device's decoder is loaded, used and closed. */
final class DeviceThread {

  private final ExecutorService executor;
  private final TrialDecoder decoder;

  private DeviceThread(ExecutorService executor, TrialDecoder decoder) {
    this.executor = executor;
    this.decoder = decoder;
  }

  /**
   * Starts the thread and loads the decoder on it.
   *
   * @throws DeviceMemoryExhaustedException where the model does not fit the device
   * @throws RuntimeException else as the factory throws it; the thread has then ended
   */
  static DeviceThread open(DecoderFactory factory, DeviceChoice choice) {
    ExecutorService executor =
        Executors.newSingleThreadExecutor(
            run -> {
              Thread thread = new Thread(run, "decoder-" + choice);
              thread.setDaemon(true);
              return thread;
            });
    try {
      TrialDecoder decoder =
          CompletableFuture.supplyAsync(
                  explained(() -> factory.open(choice), choice.toString()), executor)
              .join();
      return new DeviceThread(executor, decoder);
    } catch (CompletionException e) {
      executor.shutdown();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  TrialDecoder decoder() {
    return decoder;
  }

  /**
   * Runs work that uses the decoder, after all earlier work. Where the device's memory does not
   * suffice, it ends with {@link DeviceMemoryExhaustedException}.
   */
  <T> CompletableFuture<T> submit(Supplier<T> work) {
    return CompletableFuture.supplyAsync(explained(work, decoder.device()), executor);
  }

  private static <T> Supplier<T> explained(Supplier<T> work, String device) {
    return () -> {
      try {
        return work.get();
      } catch (RuntimeException failure) {
        throw DeviceMemoryExhaustedException.explain(failure, device);
      }
    };
  }

  /**
   * Closes the decoder after the work at hand and ends the thread.
   *
   * @return false where that takes longer than the timeout; it is still done when the work ends
   */
  boolean close(Duration timeout) throws InterruptedException {
    executor.execute(decoder::close);
    executor.shutdown();
    return executor.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
