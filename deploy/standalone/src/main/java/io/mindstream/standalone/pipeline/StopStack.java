package io.mindstream.standalone.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be stopped, the last started first. No stop may hold up the others for longer than its
 * limit, and none that fails keeps the next from its turn.
 */
public final class StopStack implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StopStack.class);

  private final Deque<Step> steps = new ArrayDeque<>();
  private final Object closing = new Object();
  private boolean closed;

  /** Something that was started. Where the stack is closed already, it is stopped at once. */
  public void add(String name, Duration limit, Stop stop) {
    Step step = new Step(name, limit, stop);
    if (!push(step)) {
      step.run();
      throw new StoppedException();
    }
  }

  /** Stops everything; a second call waits for the first and does nothing. */
  @Override
  public void close() {
    synchronized (closing) {
      for (Step step = pop(); step != null; step = pop()) {
        step.run();
      }
    }
  }

  /** True once {@link #close} was called. */
  public synchronized boolean closed() {
    return closed;
  }

  private synchronized boolean push(Step step) {
    if (!closed) {
      steps.push(step);
    }
    return !closed;
  }

  private synchronized @Nullable Step pop() {
    closed = true;
    return steps.poll();
  }

  /** How one thing is stopped. */
  @FunctionalInterface
  public interface Stop {
    /** Stops it. */
    void run() throws Exception;
  }

  /** The pipeline was stopped while it still started. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("stopped during the start");
    }
  }

  private record Step(String name, Duration limit, Stop stop) {

    void run() {
      try {
        CompletableFuture.runAsync(this::stopOrThrow, task -> daemon(task).start())
            .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        LOG.warn("{} did not stop within {} ms; going on without it", name, limit.toMillis());
      } catch (ExecutionException e) {
        LOG.warn("{} did not stop cleanly", name, e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Thread daemon(Runnable task) {
      Thread thread = new Thread(task, "stop-" + name);
      thread.setDaemon(true);
      return thread;
    }

    private void stopOrThrow() {
      try {
        stop.run();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
