package io.mindstream.bridge.stimulus;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What is known of the clocks during one session of a run. Not for several threads. */
final class RunClocks {

  private static final double NANOS = 1e9;

  /** Clocks drift: only the newest posts tell. */
  private static final int POSTS = 100;

  private static final int VOLUMES = 20_000;

  private final Map<Integer, Double> acquired = new HashMap<>();
  private final Deque<Double> sentMinusReceived = new ArrayDeque<>();
  private TriggerTimes triggers = TriggerTimes.NONE;
  private OptionalDouble shortestDelay = OptionalDouble.empty();
  private int volumes;

  void volume(BoldVolume volume) {
    double at = seconds(volume.getAcquiredAt());
    double delay = seconds(volume.getReceivedAt()) - at;
    volumes = Math.max(volumes, volume.getIndex() + 1);
    shortestDelay = OptionalDouble.of(Math.min(delay, shortestDelay.orElse(delay)));
    if (acquired.size() < VOLUMES) {
      acquired.put(volume.getIndex(), at);
    }
  }

  /** A post came that says when it was sent. */
  void sent(double sentAt, double receivedAt) {
    sentMinusReceived.addLast(sentAt - receivedAt);
    if (sentMinusReceived.size() > POSTS) {
      sentMinusReceived.removeFirst();
    }
  }

  TriggerTimes triggers() {
    return triggers;
  }

  void triggers(TriggerTimes all) {
    triggers = all;
  }

  /** How many volumes there were so far. */
  int volumes() {
    return volumes;
  }

  /** Of receiving after the beginning of acquiring, in seconds. */
  OptionalDouble shortestDelay() {
    return shortestDelay;
  }

  StimulusClock clock(RunHeader header, double limitSeconds) {
    return new StimulusClock(
        aheadOfScanner(header),
        ClockDifference.ofPosts(
            sentMinusReceived.stream().mapToDouble(Double::doubleValue).toArray()),
        limitSeconds);
  }

  /** Volumes that were not seen were acquired when their turn was. */
  private OptionalDouble aheadOfScanner(RunHeader header) {
    double tr = header.getRepetitionTimeSeconds();
    Map<Integer, Double> byVolume = triggers.byVolume(tr);
    OptionalDouble seen = ClockDifference.median(byVolume, acquired);
    if (seen.isPresent()) {
      return seen;
    }
    Map<Integer, Double> due = new HashMap<>();
    double start = seconds(header.getStartedAt());
    byVolume.keySet().forEach(volume -> due.put(volume, start + volume * tr));
    return ClockDifference.median(byVolume, due);
  }

  /** Seconds since 1970-01-01 UTC, to better than a microsecond. */
  static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / NANOS;
  }
}
