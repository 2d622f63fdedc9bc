package io.mindstream.decoder.kafka;

import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.VectorDecoder;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which a device's decoder is loaded, used and closed. Nobody but {@link
 * #awaitDecoder} waits for the load, and a {@link #requestClose} ends that wait and interrupts the
 * load. Native code hears no interrupt: it ends by itself, and what was loaded is closed then.
 */
final class DeviceThread {

  private final ExecutorService executor;
  private final AtomicReference<@Nullable Thread> thread;
  private final CompletableFuture<VectorDecoder> loading;
  private final CompletableFuture<VectorDecoder> loaded;

  private DeviceThread(
      ExecutorService executor,
      AtomicReference<@Nullable Thread> thread,
      CompletableFuture<VectorDecoder> loading) {
    this.executor = executor;
    this.thread = thread;
    this.loading = loading;
    this.loaded = loading.copy();
  }

  /** Starts the thread, which begins to load the decoder; returns at once. */
  static DeviceThread open(DeviceChoice choice, Supplier<VectorDecoder> load) {
    AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    ExecutorService executor =
        Executors.newSingleThreadExecutor(
            run -> {
              Thread made = new Thread(run, "decoder-" + choice);
              made.setDaemon(true);
              thread.set(made);
              return made;
            });
    return new DeviceThread(
        executor,
        thread,
        CompletableFuture.supplyAsync(explained(load, choice.toString()), executor));
  }

  /**
   * The decoder, to ask it what it is; it works on this thread alone. Waits for its load.
   *
   * @throws CancellationException where this was closed meanwhile
   * @throws DeviceMemoryExhaustedException where the model does not fit the device
   * @throws RuntimeException else as the load threw it
   */
  VectorDecoder awaitDecoder() {
    try {
      return loaded.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  boolean isLoading() {
    return !loading.isDone();
  }

  /**
   * Runs work on the decoder, which must be loaded, after all earlier work. Where the device's
   * memory does not suffice, it ends with {@link DeviceMemoryExhaustedException}.
   */
  <T> CompletableFuture<T> submit(Function<VectorDecoder, T> work) {
    VectorDecoder decoder = awaitDecoder();
    return CompletableFuture.supplyAsync(
        explained(() -> work.apply(decoder), decoder.device()), executor);
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

  /** Ends a load and the waits for it; does nothing to what is loaded. Returns at once. */
  void requestClose() {
    Thread loader = thread.get();
    if (loaded.cancel(false) && loader != null) {
      loader.interrupt();
    }
  }

  /**
   * Closes the decoder after the work at hand and ends the thread. For one call.
   *
   * @return false where that takes longer than the timeout; it is still done when the work ends
   */
  boolean close(Duration timeout) {
    requestClose();
    executor.execute(this::closeDecoder);
    executor.shutdown();
    try {
      return executor.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** On the thread itself, so that the load has ended. */
  private void closeDecoder() {
    if (!loading.isCompletedExceptionally()) {
      loading.join().close();
    }
  }
}
