package io.mindstream.bridge.push;

import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator says what the next run is called, and that the present one is over. What is
 * said waits until the feed looks. For any thread.
 */
public final class RunDesk {

  private final AtomicReference<@Nullable RunId> next = new AtomicReference<>();
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

  /**
   * How a run ends.
   *
   * @param abortedBecause why it is ABORTED; empty for a run that ENDED
   */
  public record Ending(Optional<String> abortedBecause) {}

  /** The next run has this id; those after it count on. */
  public void next(RunId run) {
    next.set(run);
  }

  /** The id that the next run was given and has not begun with, if any. */
  public Optional<RunId> waiting() {
    return Optional.ofNullable(next.get());
  }

  /** The present run is over. */
  public void end(Ending how) {
    ending.set(how);
  }

  Optional<RunId> takeNext() {
    return Optional.ofNullable(next.getAndSet(null));
  }

  Optional<Ending> takeEnding() {
    return Optional.ofNullable(ending.getAndSet(null));
  }
}
