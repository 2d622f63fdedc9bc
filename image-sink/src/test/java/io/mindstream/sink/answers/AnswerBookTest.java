package io.mindstream.sink.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.Records;
import io.mindstream.sink.answers.Answer.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerBookTest {

  private static final TrialKey TRIAL = new TrialKey(Records.RUN, 3);

  private final AnswerBook book = new AnswerBook();
  private final List<Answer> told = new ArrayList<>();

  @BeforeEach
  void begin() {
    book.run(Records.run(RunState.STARTED));
    book.listen(told::add);
  }

  @Test
  void shouldFinishATrialWithItsLastSample() {
    book.image(Records.image(3, 0));
    assertThat(book.answer(TRIAL).status()).isEqualTo(Status.PENDING);
    book.image(Records.image(3, 1));
    assertThat(told).extracting(Answer::status).containsExactly(Status.DECODED);
  }

  @Test
  void shouldTellATrialOnceThatIsReadTwice() {
    book.image(Records.image(3, 0));
    book.image(Records.image(3, 1));
    book.image(Records.image(3, 1));
    assertThat(told).hasSize(1);
  }

  @Test
  void shouldAnswerWithTheNewestAnswerThatIsWhole() {
    for (int revision = 1; revision <= 2; revision++) {
      book.image(Records.answer(3, 0, revision));
      book.image(Records.answer(3, 1, revision));
    }
    book.image(Records.answer(3, 0, 3));
    assertThat(book.answer(TRIAL).samples())
        .extracting(DecodedImage::getRevision)
        .containsExactly(2, 2);
  }

  @Test
  void shouldTellATrialOnceThatIsAnsweredTwice() {
    for (int revision = 1; revision <= 2; revision++) {
      book.image(Records.answer(3, 0, revision));
      book.image(Records.answer(3, 1, revision));
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void shouldSayWhyATrialGetsNoPicture() {
    book.deadLetter(Records.deadLetter("WINDOW_INCOMPLETE"), Optional.of(TRIAL));
    assertThat(told.get(0).failure().orElseThrow().code()).isEqualTo("WINDOW_INCOMPLETE");
  }

  @Test
  void shouldCallATrialOverdueThatIsNotFinishedInTime() {
    book.event(Records.event(3));
    book.event(Records.event(4));
    book.image(Records.image(4, 0));
    book.image(Records.image(4, 1));
    assertThat(book.overdue(Duration.ofSeconds(10), Records.SCANNED.plusSeconds(10)))
        .extracting(Answer::trial)
        .containsExactly(TRIAL);
  }

  @Test
  void shouldNotCallATrialOverdueBeforeItsTime() {
    book.event(Records.event(3));
    assertThat(book.overdue(Duration.ofSeconds(10), Records.SCANNED.plusSeconds(9))).isEmpty();
  }

  @Test
  void shouldBeginAnewWhereARunIsPlayedAgain() {
    book.image(Records.image(3, 0));
    book.image(Records.image(3, 1));
    book.run(
        RunHeader.newBuilder(Records.run(RunState.STARTED))
            .setStartedAt(Records.SCANNED.plusSeconds(60))
            .build());
    assertThat(book.answer(TRIAL).status()).isEqualTo(Status.PENDING);
  }

  @Test
  void shouldLeaveOutPicturesOfAnEarlierPlay() {
    book.run(
        RunHeader.newBuilder(Records.run(RunState.STARTED))
            .setStartedAt(Records.SCANNED.plusSeconds(60))
            .build());
    book.image(Records.image(3, 0));
    book.image(Records.image(3, 1));
    assertThat(book.answer(TRIAL).status()).isEqualTo(Status.PENDING);
  }

  @Test
  void shouldListTheFinishedTrialsInTheOrderInWhichTheyFinished() {
    for (int trial : List.of(5, 2)) {
      book.image(Records.image(trial, 0));
      book.image(Records.image(trial, 1));
    }
    assertThat(book.finished(Records.RUN, 0))
        .extracting(answer -> answer.trial().trialIndex())
        .containsExactly(5, 2);
  }
}
