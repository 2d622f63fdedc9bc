package io.mindstream.bridge.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class ClockDifferenceProperties {

  private static final double START = 1.77e9;
  private static final int VOLUMES = 200;

  /** Whichever triggers were missed, each one that came belongs to its own volume. */
  @Property
  void shouldGiveEachTriggerItsVolumeHoweverManyWereMissed(
      @ForAll @NotEmpty Set<@IntRange(min = 1, max = VOLUMES) Integer> seen,
      @ForAll @DoubleRange(min = 0.3, max = 5) double tr,
      @ForAll @IntRange(max = 5) int dummies) {
    List<Double> times =
        IntStream.rangeClosed(0, VOLUMES)
            .filter(trigger -> trigger == 0 || seen.contains(trigger))
            .mapToObj(trigger -> START + trigger * tr)
            .toList();
    Map<Integer, Double> volumes = TriggerTimes.NONE.with(times, dummies).byVolume(tr);
    assertThat(volumes)
        .allSatisfy(
            (volume, time) ->
                assertThat(time).isCloseTo(START + (volume + dummies) * tr, within(1e-3)));
  }

  /** Up to half of the triggers but one may come late, as much as they like. */
  @Property
  void shouldFindTheDifferenceThoughSomeTriggersAreLate(
      @ForAll @DoubleRange(min = -1e5, max = 1e5) double ahead,
      @ForAll @Size(max = 4) List<@DoubleRange(min = 0, max = 0.4) Double> late) {
    Map<Integer, Double> triggers = new HashMap<>();
    Map<Integer, Double> acquired = new HashMap<>();
    for (int volume = 0; volume < 9; volume++) {
      acquired.put(volume, START + 2 * volume);
      triggers.put(
          volume, START + 2 * volume + ahead + (volume < late.size() ? late.get(volume) : 0));
    }
    assertThat(ClockDifference.median(triggers, acquired).orElseThrow())
        .isCloseTo(ahead, within(1e-5));
  }

  /** A post takes a while to come, so the measure lacks what the quickest one took, no more. */
  @Property
  void shouldMissTheDifferenceByNoMoreThanTheQuickestPostTook(
      @ForAll @DoubleRange(min = -100, max = 100) double ahead,
      @ForAll @NotEmpty List<@DoubleRange(min = 0, max = 3) Double> took) {
    double[] posts = took.stream().mapToDouble(latency -> ahead - latency).toArray();
    double quickest = took.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    assertThat(ClockDifference.ofPosts(posts).orElseThrow())
        .isCloseTo(ahead - quickest, within(1e-9));
  }
}
