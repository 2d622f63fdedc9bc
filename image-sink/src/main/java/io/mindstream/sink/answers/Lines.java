package io.mindstream.sink.answers;

import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** Lines that wait to be sent. Of too many it drops the oldest. May be used by several threads. */
final class Lines {

  private final BlockingDeque<String> waiting;

  Lines(int kept) {
    this.waiting = new LinkedBlockingDeque<>(kept);
  }

  /** Never waits; false where an older line was dropped for this one. */
  boolean add(String line) {
    boolean room = true;
    while (!waiting.offerLast(line)) {
      room = waiting.pollFirst() == null;
    }
    return room;
  }

  /** Puts a line back that could not be sent; it is the oldest. False where it was dropped. */
  boolean putBack(String line) {
    return waiting.offerFirst(line);
  }

  /** The oldest line, waited for a while. */
  Optional<String> take(long millis) throws InterruptedException {
    return Optional.ofNullable(waiting.pollFirst(millis, TimeUnit.MILLISECONDS));
  }
}
