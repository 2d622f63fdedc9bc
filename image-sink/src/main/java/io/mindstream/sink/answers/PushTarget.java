package io.mindstream.sink.answers;

import io.mindstream.service.RestartableLoop;
import io.mindstream.service.ServiceLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One receiver of lines, with a thread of its own: whoever has a line to send never waits. Connects
 * again, later each time, where the receiver is away; of too many lines the oldest is dropped.
 */
final class PushTarget {

  private static final Logger LOG = LoggerFactory.getLogger(PushTarget.class);
  private static final int KEPT = 1000;
  private static final long LOOK_MILLIS = 200;
  private static final Duration STOP = Duration.ofSeconds(2);

  private final URI target;
  private final Lines lines = new Lines(KEPT);
  private final AtomicLong dropped = new AtomicLong();
  private final RestartableLoop loop;

  PushTarget(URI target) {
    this.target = target;
    this.loop =
        new RestartableLoop(
            () ->
                new ServiceLoop(
                    "answers-" + target.getScheme(),
                    this::outage,
                    "see mindstream.sink.answers.to",
                    this::send),
            STOP);
  }

  void start() {
    loop.start();
  }

  void stop() {
    loop.stop();
  }

  void add(String line) {
    if (!lines.add(line)) {
      sayDropped();
    }
  }

  private Optional<String> outage(RuntimeException failure) {
    return failure instanceof UncheckedIOException
        ? Optional.of("answers to " + target + ": " + failure.getMessage())
        : Optional.empty();
  }

  private void send(ServiceLoop running) throws InterruptedException {
    try (LineWire wire = LineWire.open(target)) {
      running.ready();
      running.reachable();
      while (!running.stopping()) {
        Optional<String> line = lines.take(LOOK_MILLIS);
        if (line.isPresent()) {
          send(wire, line.get());
          running.progress();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  private void send(LineWire wire, String line) throws IOException {
    try {
      wire.send(line);
    } catch (IOException e) {
      if (!lines.putBack(line)) {
        sayDropped();
      }
      throw e;
    }
  }

  /** At the 1st, 2nd, 4th, 8th and so on: said, but not a line each. */
  private void sayDropped() {
    long lost = dropped.incrementAndGet();
    if (Long.bitCount(lost) == 1) {
      LOG.warn("{} takes no answers: {} were dropped, the oldest first", target, lost);
    }
  }
}
