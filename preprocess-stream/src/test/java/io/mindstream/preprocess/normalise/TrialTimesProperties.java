package io.mindstream.preprocess.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.trial.FoldTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TrialTimesProperties {

  @Property(tries = 100)
  void shouldSayWhatEachTrialWouldSay(@ForAll Random random) {
    TrialTimes times = new TrialTimes();
    List<FoldTrial> told = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      if (random.nextInt(4) == 0) { // of the past or of what is to come
        FoldTrial trial = trial(random);
        told.add(trial);
        times.add(trial);
      }
      int now = second;
      assertThat(times.isInTrial(now))
          .isEqualTo(told.stream().anyMatch(trial -> isDuring(trial, now)));
    }
  }

  private static boolean isDuring(FoldTrial trial, int now) {
    return now >= trial.onsetSeconds() && now < trial.onsetSeconds() + trial.durationSeconds();
  }

  private static FoldTrial trial(Random random) {
    return new FoldTrial(0, Optional.empty(), random.nextInt(70), random.nextInt(8), List.of());
  }
}
