package io.mindstream.sink.history;

import io.mindstream.service.RestartableLoop;
import io.mindstream.service.ServiceHealth;
import io.mindstream.service.ServiceLoop;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps index and run documents as the store is: lists all of it at the start, after an outage and
 * now and then; in between only runs of which something was stored of late. Its health is that of
 * the store.
 */
public final class StoreWatch {

  private static final Duration STOP = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final Duration LIST_ALL = Duration.ofMinutes(5);

  private final ObjectStore store;
  private final StoreIndex index;
  private final StoredRuns runs;
  private final Consumer<String> listener;
  private final InstantSource clock;
  private final RestartableLoop loop;

  /**
   * A watch that asks nothing before it is started.
   *
   * @param listener hears of each run of which something new was found, on the watch's thread
   */
  public StoreWatch(
      ObjectStore store,
      StoreIndex index,
      StoredRuns runs,
      InstantSource clock,
      Consumer<String> listener) {
    this.store = store;
    this.index = index;
    this.runs = runs;
    this.clock = clock;
    this.listener = listener;
    this.loop =
        new RestartableLoop(
            () ->
                new ServiceLoop(
                    "store-watch", StoreWatch::outage, "the log says more", this::watch),
            STOP);
  }

  /** Begins; returns at once. */
  public void start() {
    loop.start();
  }

  /** Ends. */
  public void stop() {
    loop.stop();
  }

  /** How the store is. */
  public ServiceHealth health() {
    return loop.health();
  }

  /** Where the store is, for people. */
  public String address() {
    return store.address();
  }

  private static Optional<String> outage(RuntimeException failure) {
    return failure instanceof StoreUnavailableException
        ? Optional.of(String.valueOf(failure.getMessage()))
        : Optional.empty();
  }

  private void watch(ServiceLoop running) throws InterruptedException {
    Instant next = Instant.MIN;
    while (!running.stopping()) {
      if (clock.instant().isBefore(next)) {
        store.get(RunKeys.DATASET_DESCRIPTION); // Does it answer?
        index.lively().forEach(this::look);
      } else {
        listAll();
        next = clock.instant().plus(LIST_ALL);
      }
      running.progress();
      running.pause(LOOK);
    }
  }

  private void listAll() {
    Map<String, StoredRun> found =
        new HashMap<>(StoreListing.of(store.objects(RunKeys.DERIVATIVES)));
    StoreListing.of(store.objects(RunKeys.RECORDINGS))
        .forEach((run, recording) -> found.merge(run, recording, StoredRun::and));
    index.listed(found);
    found.forEach(
        (run, objects) -> {
          objects.document().ifPresent(tag -> runs.read(run, tag));
          listener.accept(run);
        });
  }

  private void look(String run) {
    RunKeys keys = RunKeys.of(run);
    StoredRun found =
        StoreListing.of(store.objects(keys.results()))
            .getOrDefault(run, StoredRun.NOTHING)
            .and(
                StoreListing.of(store.objects(keys.recording()))
                    .getOrDefault(run, StoredRun.NOTHING));
    boolean isNew = index.listed(run, found);
    boolean saysNew = found.document().filter(tag -> runs.read(run, tag)).isPresent();
    if (isNew || saysNew) {
      listener.accept(run);
    }
  }
}
