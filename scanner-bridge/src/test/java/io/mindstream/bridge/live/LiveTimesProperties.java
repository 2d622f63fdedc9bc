package io.mindstream.bridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.bids.EventRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Times of volumes and events that only their arrival tells. */
class LiveTimesProperties {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  @Property
  void shouldNeverLetAcquisitionFallFromOneIndexToAHigherOne(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 40) Integer> indices,
      @ForAll @DoubleRange(min = 0.1, max = 5) double pause,
      @ForAll @IntRange(min = 1, max = 20) int present) {
    RunClock clock = new RunClock(2, present, BEGIN);
    Map<Integer, Instant> acquired = new TreeMap<>();
    Instant arrived = BEGIN;
    for (int index : indices) {
      arrived = arrived.plusMillis(Math.round(1e3 * pause));
      Instant at = clock.acquired(index, arrived);
      assertThat(at).isBeforeOrEqualTo(arrived);
      acquired.putIfAbsent(index, at);
    }
    assertThat(List.copyOf(acquired.values())).isSorted();
  }

  @Property
  void shouldGiveEachRowOnceAndNotBeforeItsTime(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -5, max = 60) Integer> onsets,
      @ForAll @IntRange(min = 1, max = 7) int step) {
    DueEvents due = new DueEvents();
    List<EventRow> appended = new ArrayList<>();
    List<EventRow> taken = new ArrayList<>();
    for (int i = 0; i < onsets.size(); i++) {
      appended.add(new EventRow(onsets.get(i), 1, "face", Optional.empty()));
      double now = step * i;
      List<EventRow> rows = due.take(sorted(appended), now);
      assertThat(rows).allMatch(row -> row.onsetSeconds() <= now);
      taken.addAll(rows);
    }
    taken.addAll(due.take(sorted(appended), 60));
    assertThat(taken).containsExactlyInAnyOrderElementsOf(appended);
    assertThat(due.take(sorted(appended), 1e9)).isEmpty();
  }

  private static List<EventRow> sorted(List<EventRow> rows) {
    return rows.stream().sorted(Comparator.comparingDouble(EventRow::onsetSeconds)).toList();
  }
}
