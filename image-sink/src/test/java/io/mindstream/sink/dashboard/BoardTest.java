package io.mindstream.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.Boards;
import io.mindstream.sink.Records;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.api.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardTest {

  private static final int PLAYED_AGAIN_SECONDS = 60;

  private Instant now = Records.SCANNED;
  private final Board board = Boards.of(3, () -> now);

  @Test
  void shouldBeEmptyAtFirst() {
    assertThat(board.runs().current()).isEmpty();
  }

  @Test
  void shouldCountAVolumeThatComesTwiceOnce() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    board.volume(Records.volume(0));
    assertThat(run().volumes()).isEqualTo(1);
  }

  @Test
  void shouldCountTheVolumesThatCameAndNotTheirHighestIndex() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    board.volume(Records.volume(7));
    assertThat(run().volumes()).isEqualTo(2);
  }

  @Test
  void shouldTakeVolumesBeforeTheFirstSeenForComeWhereTheRunIsOlderThanItself() {
    board.run(
        RunHeader.newBuilder(Records.run(RunState.STARTED))
            .setStartedAt(Records.SCANNED.minusSeconds(10))
            .build());
    board.volume(Records.volume(5));
    assertThat(run().volumes()).isEqualTo(6);
  }

  @Test
  void shouldShowAllAnswersToATrialAndTheNewestThatIsWholeLarge() {
    for (int revision = 1; revision <= 2; revision++) {
      board.image(Records.answer(1, 0, revision));
      board.image(Records.answer(1, 1, revision));
    }
    board.image(Records.answer(1, 0, 3));
    Trial trial = board.trials().view(new TrialKey(Records.RUN, 1)).orElseThrow();
    assertThat(trial.revision()).isEqualTo(2);
    assertThat(trial.revisions())
        .extracting(Trial.Revision::newestVolume)
        .containsExactly(6, 8, 10);
  }

  @Test
  void shouldKeepThePicturesOfAnEarlierAnswer() {
    board.image(Records.answer(1, 0, 1));
    board.image(Records.answer(1, 0, 2));
    TrialKey trial = new TrialKey(Records.RUN, 1);
    assertThat(board.trials().picture(trial, 1, "sample-0").orElseThrow().png())
        .isEqualTo(Records.answer(1, 0, 1).getPng().array());
  }

  @Test
  void shouldBelieveTheFeedInTheEnd() {
    board.run(RunHeader.newBuilder(Records.run(RunState.ENDED)).setPublishedVolumes(9).build());
    board.volume(Records.volume(0));
    assertThat(run().volumes()).isEqualTo(9);
  }

  @Test
  void shouldKnowHowFarARunIsFromItsPicturesAlone() {
    board.run(Records.run(RunState.STARTED));
    board.image(Records.image(0, 0));
    assertThat(run().volumes()).isEqualTo(5);
  }

  @Test
  void shouldCountATrialThatComesTwiceOnce() {
    board.run(Records.run(RunState.STARTED));
    board.event(Records.event(0));
    board.event(Records.event(0));
    assertThat(run().trials()).isEqualTo(1);
  }

  @Test
  void shouldCountATrialThatIsReadBeforeItsRun() {
    board.event(Records.event(0));
    board.run(Records.run(RunState.STARTED));
    assertThat(run().trials()).isEqualTo(1);
  }

  @Test
  void shouldCountAPictureThatComesTwiceOnce() {
    board.run(Records.run(RunState.STARTED));
    board.image(Records.image(0, 0));
    board.image(Records.image(0, 0));
    assertThat(run().images()).isEqualTo(1);
  }

  @Test
  void shouldMeasureTheSameOfAPictureThatAnEarlierProcessStored() {
    board.stored(Records.image(0, 0), Records.SCANNED.plusMillis(130));
    Double then = trial(0).totalMillis();
    Board again = Boards.of(100, () -> now);
    again.image(Records.image(0, 0));
    assertThat(again.trials().view(new TrialKey(Records.RUN, 0)).orElseThrow().totalMillis())
        .isEqualTo(then)
        .isEqualTo(100.0);
  }

  @Test
  void shouldCountAPictureThatIsStoredTwiceOnce() {
    board.stored(Records.image(0, 0), Records.SCANNED.plusMillis(130));
    board.stored(Records.image(0, 0), now.plusSeconds(9));
    assertThat(board.latencies().view().stages().get("total").count()).isEqualTo(1);
  }

  @Test
  void shouldShowTheNewestTrialFirst() {
    board.event(Records.event(1));
    board.event(Records.event(0));
    assertThat(board.trials().newest()).extracting(TrialKey::trialIndex).containsExactly(1, 0);
  }

  @Test
  void shouldForgetTheOldestTrials() {
    for (int trial = 9; trial >= 0; trial--) {
      board.event(Records.event(trial));
    }
    assertThat(board.trials().newest()).extracting(TrialKey::trialIndex).containsExactly(9, 8, 7);
  }

  @Test
  void shouldShowAPreviewUntilThePictureIsThere() {
    board.preview(Records.preview(0, 5));
    assertThat(trial(0).preview()).contains("/preview.png?v=");
  }

  @Test
  void shouldDropThePreviewOnceThePictureIsThere() {
    board.preview(Records.preview(0, 5));
    board.image(Records.image(0, 0));
    assertThat(trial(0).preview()).isNull();
  }

  @Test
  void shouldMeasureFromTheLastVolumeToTheStoredPicture() {
    board.stored(Records.image(0, 0), Records.SCANNED.plusMillis(130));
    assertThat(board.latencies().view().stages().get("total").p50())
        .isCloseTo(130, withinPercentage(0.1));
  }

  @Test
  void shouldListTheStagesInTheOrderOfTheFlow() {
    board.stored(Records.image(0, 0), Records.SCANNED.plusMillis(130));
    assertThat(board.latencies().view().stages().keySet())
        .containsExactly("bridge", "preprocess", "queue", "decode", "store", "total");
  }

  @Test
  void shouldTakeTheMedianOfAStage() {
    for (int trial = 0; trial < 3; trial++) {
      board.stored(Records.image(trial, 0), Records.SCANNED.plusMillis(200 + 100L * trial));
    }
    assertThat(board.latencies().view().stages().get("total").p50())
        .isCloseTo(300, withinPercentage(0.1));
  }

  @Test
  void shouldServeThePictureThatWasShown() {
    board.event(Records.event(0));
    assertThat(board.trials().picture(key(0), "stimulus").orElseThrow().png())
        .isEqualTo(Records.png(3).array());
  }

  @Test
  void shouldCountALetterThatIsReadTwiceOnce() {
    board.deadLetter("0/1", Records.deadLetter("UNDECODABLE"), Optional.empty());
    board.deadLetter("0/1", Records.deadLetter("UNDECODABLE"), Optional.empty());
    assertThat(board.letters().count()).isEqualTo(1);
  }

  @Test
  void shouldDrawTheBrainNotMoreThanTwiceASecond() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    String first = run().brain();
    now = now.plus(Duration.ofMillis(100));
    board.volume(Records.volume(1));
    assertThat(run().brain()).isEqualTo(first);
  }

  @Test
  void shouldStartAgainWhereTheSameRunIsPlayedAgain() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(8));
    board.run(playedAgain());
    assertThat(run().volumes()).isZero();
  }

  @Test
  void shouldForgetThePictureOfATrialThatIsShownAgain() {
    board.image(Records.image(0, 0));
    var again = Records.event(0);
    again.put("occurredAt", Records.SCANNED.plusSeconds(PLAYED_AGAIN_SECONDS));
    board.event(again);
    assertThat(trial(0).state()).isEqualTo(Trial.State.waiting);
  }

  @Test
  void shouldShowATrialAsFailedOnceSomethingOfItCouldNotBeUsed() {
    board.event(Records.event(0));
    fail(0);
    assertThat(trial(0).failure().code()).isEqualTo("TOO_FEW_VOLUMES");
  }

  @Test
  void shouldShowNoOtherTrialAsFailed() {
    board.event(Records.event(1));
    fail(0);
    assertThat(trial(1).failure()).isNull();
  }

  @Test
  void shouldShowAFailedTrialAsDecodedOnceItsPicturesAreThere() {
    fail(0);
    board.image(Records.image(0, 0));
    board.image(Records.image(0, 1));
    assertThat(trial(0).state()).isEqualTo(Trial.State.decoded);
  }

  @Test
  void shouldCountATrialWhoseFailureCameBeforeItsEvent() {
    fail(0);
    board.event(Records.event(0));
    board.run(Records.run(RunState.STARTED));
    assertThat(run().trials()).isEqualTo(1);
  }

  @Test
  void shouldSayThatARunIsSilentOnceItBringsNoVolumeForSomeTimes() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    now = now.plusSeconds(7);
    assertThat(run().silent()).isTrue();
  }

  @Test
  void shouldNotCallARunSilentThatIsOver() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    board.run(Records.run(RunState.ABORTED));
    now = now.plusSeconds(7);
    assertThat(run().silent()).isFalse();
  }

  private RunHeader playedAgain() {
    return RunHeader.newBuilder(Records.run(RunState.STARTED))
        .setStartedAt(Records.SCANNED.plusSeconds(PLAYED_AGAIN_SECONDS))
        .build();
  }

  private void fail(int trial) {
    board.deadLetter("0/1", Records.deadLetter("TOO_FEW_VOLUMES"), Optional.of(key(trial)));
  }

  private Run run() {
    return board.runs().view(Records.RUN).orElseThrow();
  }

  private Trial trial(int index) {
    return board.trials().view(key(index)).orElseThrow();
  }

  private static TrialKey key(int index) {
    return new TrialKey(Records.RUN, index);
  }
}
