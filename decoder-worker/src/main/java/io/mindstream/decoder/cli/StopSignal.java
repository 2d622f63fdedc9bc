package io.mindstream.decoder.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end at its next step where the process is told to end (Ctrl-C, SIGTERM). Exit waits for
 * it a while, since a JVM that exits while native code runs may crash.
 */
public final class StopSignal implements AutoCloseable {

  /** Exit code of a command that was told to end, as shells give it after Ctrl-C. */
  public static final int EXIT_CODE = 130;

  private static final long LONGEST_STEP_SECONDS = 15;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop-work");
  private volatile boolean stopped;

  private StopSignal() {}

  /** Listens until closed. */
  public static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /**
   * To be called between steps.
   *
   * @throws CancellationException where the process is about to end
   */
  public void check() {
    if (stopped) {
      throw new CancellationException("told to stop");
    }
  }

  /** Asks the work to end and waits for that. */
  public void stop() {
    stopped = true;
    try {
      boolean unused = ended.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the work has ended. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, so that the hook is running.
    }
  }
}
