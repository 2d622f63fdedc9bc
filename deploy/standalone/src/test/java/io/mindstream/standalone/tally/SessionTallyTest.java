package io.mindstream.standalone.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.fmri.TrialKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTallyTest {

  private static final String RUN = "sub-01_task-viewing_run-01";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TrialKey TRIAL = new TrialKey(RUN, 0);

  private final SessionTally tally = new SessionTally(Set.of(RUN));

  @Test
  void shouldKeepATrialPendingUntilEverySampleIsStored() {
    tally.trial(TRIAL);
    decode(0);
    decode(1);
    tally.stored(new ImageKey(TRIAL, 1, 0), START.plusSeconds(9));
    assertThat(tally.pending()).containsExactly(TRIAL);

    tally.stored(new ImageKey(TRIAL, 1, 1), START.plusSeconds(9));
    assertThat(tally.pending()).isEmpty();
  }

  @Test
  void shouldKeepATrialPendingUntilItsLaterAnswerIsStored() {
    tally.trial(TRIAL);
    tally.answered(TRIAL, 1);
    tally.answered(TRIAL, 2);
    decode(0);
    decode(1);
    for (int sample = 0; sample < 2; sample++) {
      tally.stored(new ImageKey(TRIAL, 1, sample), START.plusSeconds(9));
    }

    assertThat(tally.pending()).containsExactly(TRIAL);
  }

  @Test
  void shouldNotWaitForATrialThatWasRefused() {
    tally.trial(TRIAL);
    tally.deadLetter(RUN, Optional.of(TRIAL), "EVENT_OUTSIDE_RUN: late");

    assertThat(tally.pending()).isEmpty();
  }

  @Test
  void shouldCountARecordSeenTwiceOnce() {
    tally.trial(TRIAL);
    tally.trial(TRIAL);
    tally.runEnded(RUN);
    tally.runEnded(RUN);

    assertThat(tally.counts()).isEqualTo(new SessionTally.Counts(1, 0, 1, 0, 0, 0));
  }

  @Test
  void shouldLeaveOtherRunsOut() {
    tally.volume("sub-99_task-viewing");
    tally.trial(new TrialKey("sub-99_task-viewing", 3));

    assertThat(tally.counts()).isEqualTo(new SessionTally.Counts(0, 0, 0, 0, 0, 0));
  }

  @Test
  void shouldMeasureEachStageByTheTimesOfTheImage() {
    decode(0);
    tally.stored(new ImageKey(TRIAL, 1, 0), START.plusSeconds(15));

    assertThat(tally.latencies().values())
        .extracting(latency -> Math.round(latency.p50Millis() / 100))
        .containsExactly(10L, 20L, 30L, 40L, 50L, 150L);
  }

  private void decode(int sample) {
    StageTimes times =
        StageTimes.newBuilder()
            .setLastVolumeAcquiredAt(START)
            .setLastVolumeReceivedAt(START.plusSeconds(1))
            .setVectorEmittedAt(START.plusSeconds(3))
            .setDecodeStartedAt(START.plusSeconds(6))
            .setDecodeEndedAt(START.plusSeconds(10))
            .build();
    tally.decoded(new ImageKey(TRIAL, 1, sample), 2, times);
  }
}
