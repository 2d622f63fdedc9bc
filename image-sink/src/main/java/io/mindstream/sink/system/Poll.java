package io.mindstream.sink.system;

import io.mindstream.service.RestartableLoop;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks something every two seconds on a thread of its own, so that what is slow to answer holds up
 * nobody.
 *
 * @param <T> the answer
 */
final class Poll<T> {

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(1);

  private final Supplier<T> question;
  private final RestartableLoop loop;
  private volatile T latest;

  Poll(String name, T before, Supplier<T> question) {
    this.question = question;
    this.latest = before;
    this.loop =
        new RestartableLoop(
            () -> new ServiceLoop(name, any -> Optional.empty(), "the log says more", this::ask),
            STOP);
  }

  void start() {
    loop.start();
  }

  void stop() {
    loop.stop();
  }

  T latest() {
    return latest;
  }

  private void ask(ServiceLoop running) throws InterruptedException {
    do {
      latest = question.get();
    } while (!running.pause(EVERY));
  }
}
