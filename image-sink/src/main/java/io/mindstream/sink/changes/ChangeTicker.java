package io.mindstream.sink.changes;

import io.mindstream.service.RestartableLoop;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;
import java.util.Optional;

/** Sends what changed, ten times a second. */
public final class ChangeTicker {

  private static final Duration GATHER = Duration.ofMillis(100);
  private static final Duration STOP = Duration.ofSeconds(2);

  private final Runnable tick;
  private final RestartableLoop loop;

  /** A ticker that is not started. */
  public ChangeTicker(Runnable tick) {
    this.tick = tick;
    this.loop =
        new RestartableLoop(
            () ->
                new ServiceLoop(
                    "dashboard-changes",
                    any -> Optional.empty(),
                    "the log says more; the dashboard stands still until the sink is started again",
                    this::run),
            STOP);
  }

  /** Begins. */
  public void start() {
    loop.start();
  }

  /** Ends. */
  public void stop() {
    loop.stop();
  }

  private void run(ServiceLoop running) throws InterruptedException {
    running.progress();
    while (!running.pause(GATHER)) {
      tick.run();
    }
  }
}
