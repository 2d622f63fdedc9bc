package io.mindstream.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardTest {

  private Instant now = Records.SCANNED;
  private final Board board = new Board(3, () -> now);

  @Test
  void shouldBeEmptyAtFirst() {
    assertThat(board.state().run()).isNull();
  }

  @Test
  void shouldCountAVolumeThatComesTwiceOnce() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    board.volume(Records.volume(0));
    assertThat(board.state().run().volumes()).isEqualTo(1);
  }

  @Test
  void shouldKnowHowFarARunIsFromItsPicturesAlone() {
    board.run(Records.run(RunState.STARTED));
    board.image(Records.image(0, 0));
    assertThat(board.state().run().volumes()).isEqualTo(5);
  }

  @Test
  void shouldCountATrialThatComesTwiceOnce() {
    board.event(Records.event(0));
    board.event(Records.event(0));
    assertThat(board.state().totals().trials()).isEqualTo(1);
  }

  @Test
  void shouldCountAPictureThatComesTwiceOnce() {
    board.image(Records.image(0, 0));
    board.image(Records.image(0, 0));
    assertThat(board.state().totals().images()).isEqualTo(1);
  }

  @Test
  void shouldCountAPictureThatIsStoredTwiceOnce() {
    board.stored(Records.image(0, 0), now);
    board.stored(Records.image(0, 0), now.plusSeconds(9));
    assertThat(board.state().totals().stored()).isEqualTo(1);
  }

  @Test
  void shouldShowTheNewestTrialFirst() {
    board.event(Records.event(0));
    board.event(Records.event(1));
    assertThat(board.state().trials().get(0).trialIndex()).isEqualTo(1);
  }

  @Test
  void shouldForgetTheOldestTrials() {
    for (int trial = 0; trial < 10; trial++) {
      board.event(Records.event(trial));
    }
    assertThat(board.state().trials())
        .extracting(BoardState.Trial::trialIndex)
        .containsExactly(9, 8, 7);
  }

  @Test
  void shouldShowAPreviewUntilThePictureIsThere() {
    board.preview(Records.preview(0, 5));
    assertThat(board.state().trials().get(0).preview()).contains("/preview.png?v=");
  }

  @Test
  void shouldDropThePreviewOnceThePictureIsThere() {
    board.preview(Records.preview(0, 5));
    board.image(Records.image(0, 0));
    assertThat(board.state().trials().get(0).preview()).isNull();
  }

  @Test
  void shouldMeasureFromTheLastVolumeToTheStoredPicture() {
    board.stored(Records.image(0, 0), Records.SCANNED.plusMillis(130));
    assertThat(board.state().trials().get(0).totalMillis()).isEqualTo(130.0);
  }

  @Test
  void shouldListTheStagesInTheOrderOfTheFlow() {
    board.stored(Records.image(0, 0), Records.SCANNED.plusMillis(130));
    assertThat(board.state().stages().keySet())
        .containsExactly("bridge", "preprocess", "queue", "decode", "store", "total");
  }

  @Test
  void shouldTakeTheMedianOfAStage() {
    for (int trial = 0; trial < 3; trial++) {
      board.stored(Records.image(trial, 0), Records.SCANNED.plusMillis(200 + 100L * trial));
    }
    assertThat(board.state().stages().get("total").p50()).isCloseTo(300, withinPercentage(0.1));
  }

  @Test
  void shouldServeThePictureThatWasShown() {
    board.event(Records.event(0));
    assertThat(board.picture(new TrialKey(Records.RUN, 0), "stimulus").orElseThrow().png())
        .isEqualTo(Records.png(3).array());
  }

  @Test
  void shouldKeepOnlyAFewDeadLetters() {
    for (int i = 0; i < 20; i++) {
      board.deadLetter(Records.deadLetter("UNDECODABLE"), Optional.empty());
    }
    assertThat(board.state().deadLetters()).hasSize(5);
  }

  @Test
  void shouldDrawTheBrainNotMoreThanTwiceASecond() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    String first = board.state().run().brain();
    now = now.plus(Duration.ofMillis(100));
    board.volume(Records.volume(1));
    assertThat(board.state().run().brain()).isEqualTo(first);
  }

  @Test
  void shouldStartAgainWhereTheSameRunIsPlayedAgain() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(8));
    var again = Records.run(RunState.STARTED);
    again.put("startedAt", Records.SCANNED.plusSeconds(60));
    board.run(again);
    assertThat(board.state().run().volumes()).isZero();
  }

  @Test
  void shouldShowATrialAsFailedOnceSomethingOfItCouldNotBeUsed() {
    board.event(Records.event(0));
    board.deadLetter(Records.deadLetter("TOO_FEW_VOLUMES"), trial(0));
    assertThat(board.state().trials().get(0).failure().code()).isEqualTo("TOO_FEW_VOLUMES");
  }

  @Test
  void shouldShowNoOtherTrialAsFailed() {
    board.event(Records.event(1));
    board.deadLetter(Records.deadLetter("TOO_FEW_VOLUMES"), trial(0));
    assertThat(board.state().trials())
        .filteredOn(shown -> shown.trialIndex() == 1)
        .singleElement()
        .extracting(BoardState.Trial::failure)
        .isNull();
  }

  @Test
  void shouldShowAFailedTrialAsDecodedOnceItsPicturesAreThere() {
    board.deadLetter(Records.deadLetter("TOO_FEW_VOLUMES"), trial(0));
    board.image(Records.image(0, 0));
    board.image(Records.image(0, 1));
    assertThat(board.state().trials().get(0).failure()).isNull();
  }

  @Test
  void shouldCountATrialWhoseFailureCameBeforeItsEvent() {
    board.deadLetter(Records.deadLetter("TOO_FEW_VOLUMES"), trial(0));
    board.event(Records.event(0));
    assertThat(board.state().totals().trials()).isEqualTo(1);
  }

  private static Optional<TrialKey> trial(int index) {
    return Optional.of(new TrialKey(Records.RUN, index));
  }
}
