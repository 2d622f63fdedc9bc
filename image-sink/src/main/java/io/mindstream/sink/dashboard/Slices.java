package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A slice of the newest volume of each of the newest runs, drawn not more than twice a second a
 * run. May be used by several threads.
 */
public final class Slices {

  private static final Duration EVERY = Duration.ofMillis(500);
  private static final int RUNS = 8;

  private final InstantSource clock;
  private final Map<String, Slice> slices = new LinkedHashMap<>();

  Slices(InstantSource clock) {
    this.clock = clock;
  }

  void volume(BoldVolume volume) {
    String run = volume.getRunId();
    Instant now = clock.instant();
    if (isDue(run, now)) {
      put(run, new Slice(BrainSlice.of(volume), now));
    }
  }

  /** The newest slice of a run. */
  public synchronized Optional<Picture> of(String run) {
    return Optional.ofNullable(slices.get(run)).map(Slice::picture);
  }

  synchronized Optional<String> version(String run) {
    return of(run).map(Picture::version);
  }

  private synchronized boolean isDue(String run, Instant now) {
    @Nullable Slice last = slices.get(run);
    return last == null || last.at().isBefore(now.minus(EVERY));
  }

  private synchronized void put(String run, Slice slice) {
    slices.remove(run);
    slices.put(run, slice);
    if (slices.size() > RUNS) {
      slices.remove(slices.keySet().iterator().next());
    }
  }

  private record Slice(Picture picture, Instant at) {}
}
