package io.mindstream.sink.changes;

import io.mindstream.sink.api.Hello;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.Thing;
import io.mindstream.storage.document.Software;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Sinks;

/**
 * What changes, for all who watch: each change is numbered and written once. Who comes back with
 * the number of the last change that it had gets what changed behind it, and nothing else. A client
 * that is too slow is cut off, so that it comes back. Any thread may use it.
 */
public final class ChangeStream {

  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int BATCHES_WAITING = 300;

  private final Board board;
  private final Views views;
  private final InstantSource clock;
  private final Present present;
  private final int kept;
  private final String epoch;
  private final ChangeLog log = new ChangeLog();
  private final Sinks.Many<Batch> live = Sinks.many().multicast().directBestEffort();
  private Instant lastSent = Instant.MIN;

  /**
   * A stream of nothing yet.
   *
   * @param kept how many trials the board keeps
   */
  public ChangeStream(Board board, Views views, InstantSource clock, int kept) {
    this.board = board;
    this.views = views;
    this.clock = clock;
    this.kept = kept;
    this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
    this.present = new Present(board, log);
  }

  /** Numbers what changed since the last call, and sends it. */
  public synchronized void send() {
    List<Change> changes = new ArrayList<>();
    for (Thing thing : board.touched().take()) {
      views
          .of(thing)
          .filter(view -> !isKnown(thing, view))
          .ifPresent(view -> changes.add(number(thing, view)));
    }
    Instant now = clock.instant();
    if (changes.isEmpty() && lastSent.isBefore(now.minus(HEARTBEAT))) {
      changes.add(Change.passing("heartbeat", views.json(Map.of("now", now.toString()))));
    }
    if (!changes.isEmpty()) {
      lastSent = now;
      live.tryEmitNext(Batch.of(changes));
    }
  }

  /**
   * The changes from now on, behind what makes up for those before.
   *
   * @param last id of the last event that the client had; null where it had none
   * @param run the run whose trials and volumes it wants; null for all
   */
  public Flux<Batch> changes(@Nullable String last, @Nullable String run) {
    return Flux.<Batch>create(client -> join(client, last))
        .map(batch -> batch.of(run))
        .filter(batch -> !batch.isEmpty())
        .onBackpressureBuffer(BATCHES_WAITING, BufferOverflowStrategy.ERROR);
  }

  /** The present state as one JSON object. */
  public synchronized String state() {
    return present.json(views.json(hello()));
  }

  private synchronized void join(FluxSink<Batch> client, @Nullable String last) {
    client.next(Batch.of(before(last)));
    Disposable following = live.asFlux().subscribe(client::next, client::error);
    client.onDispose(following);
  }

  private List<Change> before(@Nullable String last) {
    Optional<Place> place =
        Place.parse(last).filter(at -> at.epoch().equals(epoch) && log.reaches(at.number()));
    if (place.isPresent()) {
      return log.after(place.get().number());
    }
    List<Change> changes = new ArrayList<>();
    changes.add(Change.of(epoch, 0, "hello", null, views.json(hello())));
    changes.addAll(present.changes());
    return changes;
  }

  /** What was touched may still be as it was sent last. */
  private boolean isKnown(Thing thing, Views.View view) {
    return log.of(thing).filter(sent -> sent.json().equals(view.json())).isPresent();
  }

  private Hello hello() {
    return new Hello(epoch, true, Software.THIS.version(), kept);
  }

  private Change number(Thing thing, Views.View view) {
    Change change = Change.of(epoch, log.next(), view.event(), view.run(), view.json());
    log.put(thing, change);
    return change;
  }
}
