package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the topics tell of one run. What came before its header counts as well, unless it belongs to
 * an earlier play of the run. Not for several threads.
 */
final class RunCard {

  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(5);
  private static final int SILENT_VOLUMES = 3;
  private static final double NANOS = 1e9;

  private final Map<Integer, Instant> trials = new HashMap<>();
  private final Map<Integer, Instant> failures = new HashMap<>();
  private final Map<Sample, Instant> images = new HashMap<>();
  private final TreeMap<Integer, Instant> volumes = new TreeMap<>();
  private @Nullable RunHeader header;
  private @Nullable Instant lastVolumeAt;
  private Instant heardAt = Instant.MIN;
  private int reached;

  /** A header came: the run's begin, its end, or the same run played again. */
  void header(RunHeader next, Instant now) {
    if (header == null || !header.getStartedAt().equals(next.getStartedAt())) {
      forgetBefore(
          next.getStartedAt().minusNanos((long) (next.getRepetitionTimeSeconds() * NANOS)));
      heardAt = now;
    }
    header = next;
  }

  void volume(BoldVolume volume, Instant now) {
    volumes.put(volume.getIndex(), volume.getAcquiredAt());
    lastVolumeAt = now;
  }

  void event(StimulusEvent event) {
    trials.put(event.getTrialIndex(), event.getOccurredAt());
  }

  void failed(int trial, Instant at) {
    failures.put(trial, at);
  }

  /** A picture also tells that the scan is at least so far, where volumes were not seen. */
  void image(DecodedImage image) {
    Instant acquired = image.getTimes().getLastVolumeAcquiredAt();
    images.put(
        new Sample(image.getTrialIndex(), image.getRevision(), image.getSampleIndex()), acquired);
    reached = Math.max(reached, image.getLastVolume() + 1);
    Instant received = image.getTimes().getLastVolumeReceivedAt();
    if (lastVolumeAt == null || (volumes.isEmpty() && lastVolumeAt.isBefore(received))) {
      lastVolumeAt = received;
    }
  }

  Optional<RunHeader> header() {
    return Optional.ofNullable(header);
  }

  Optional<Instant> lastVolumeAt() {
    return Optional.ofNullable(lastVolumeAt);
  }

  int trials() {
    return trials.size();
  }

  int images() {
    return images.size();
  }

  /** Trials that get no picture. */
  int failed() {
    return (int)
        failures.keySet().stream()
            .filter(trial -> images.keySet().stream().noneMatch(image -> image.trial() == trial))
            .count();
  }

  /**
   * How many volumes came. Of a run that was under way when the topics were first read, those
   * before the first one seen are taken to have come.
   */
  int volumes(Instant readSince) {
    if (header != null && header.getState() != RunState.STARTED) {
      Optional<Integer> published = header.getPublishedVolumes();
      if (published.isPresent()) {
        return published.get();
      }
    }
    if (volumes.isEmpty()) {
      return reached;
    }
    boolean fromItsBegin = header != null && !header.getStartedAt().isBefore(readSince);
    return volumes.size() + (fromItsBegin ? 0 : volumes.firstKey());
  }

  /** How long a run that is not over has brought no volume, beyond what it may; else empty. */
  Optional<Duration> silence(Instant now, Instant readSince) {
    if (header == null || header.getState() != RunState.STARTED) {
      return Optional.empty();
    }
    long allowed = (long) (SILENT_VOLUMES * header.getRepetitionTimeSeconds() * NANOS);
    Duration limit =
        allowed < SHORTEST_SILENCE.toNanos() ? SHORTEST_SILENCE : Duration.ofNanos(allowed);
    Instant since = lastVolumeAt != null ? lastVolumeAt : latest(header.getStartedAt(), heardAt);
    Duration silence = Duration.between(latest(since, readSince), now).minus(limit);
    return silence.isNegative() ? Optional.empty() : Optional.of(silence);
  }

  private void forgetBefore(Instant start) {
    trials.values().removeIf(start::isAfter);
    failures.values().removeIf(start::isAfter);
    images.values().removeIf(start::isAfter);
    if (volumes.values().removeIf(start::isAfter)) {
      lastVolumeAt = null;
    }
    if (images.isEmpty()) {
      reached = 0;
    }
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private record Sample(int trial, int revision, int sample) {}
}
