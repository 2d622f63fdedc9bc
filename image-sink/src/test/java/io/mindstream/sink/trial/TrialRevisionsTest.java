package io.mindstream.sink.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.sink.Records;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.TrialDocument;
import io.mindstream.storage.document.TrialRevisions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each trial gets two samples. */
class TrialRevisionsTest {

  @Test
  void shouldShowTheNewestAnswerThatIsWhole() {
    assertThat(shown(answer(0, 1), answer(1, 1), answer(0, 2), answer(1, 2))).isEqualTo(2);
  }

  @Test
  void shouldShowTheEarlierAnswerUntilTheNextIsWhole() {
    assertThat(shown(answer(0, 1), answer(1, 1), answer(0, 2))).isEqualTo(1);
  }

  @Test
  void shouldShowTheNewestAnswerWhereNoneIsWhole() {
    assertThat(shown(answer(0, 1), answer(0, 2))).isEqualTo(2);
  }

  @Test
  void shouldNotLetAnEarlierAnswerThatComesLateReplaceANewerOne() {
    assertThat(shown(answer(0, 2), answer(1, 2), answer(0, 1), answer(1, 1))).isEqualTo(2);
  }

  @Test
  void shouldKeepAllAnswers() {
    assertThat(revisions(answer(0, 3), answer(0, 1), answer(0, 2))).containsExactly(1, 2, 3);
  }

  @Test
  void shouldChangeNothingForAnAnswerThatComesAgain() {
    TrialRevisions once = of(answer(0, 1), answer(0, 2));
    assertThat(once.with(answer(0, 1))).isEqualTo(once);
  }

  @Test
  void shouldForgetTheLaterAnswersOfAnEarlierPlay() {
    assertThat(revisions(answer(0, 1), answer(0, 2), later(answer(0, 1)))).containsExactly(1);
  }

  @Test
  void shouldForgetThePicturesOfAnEarlierPlay() {
    TrialRevisions played = of(answer(0, 1), answer(1, 1), later(answer(1, 1)));
    assertThat(played.get(1).orElseThrow().samples()).hasSize(1);
  }

  @Test
  void shouldTakeADocumentOfEarlierProgramsForTheOnlyAnswer() {
    String json = new String(Documents.write(answer(0, 2)), StandardCharsets.UTF_8);
    byte[] earlier =
        json.replaceFirst("\"answer\" : \\{[^}]*},", "").getBytes(StandardCharsets.UTF_8);
    assertThat(Documents.read(earlier, TrialDocument.class).answer())
        .isEqualTo(new TrialDocument.Answer(1, true, null));
  }

  private static int shown(TrialDocument... found) {
    return of(found).shown().orElseThrow().answer().revision();
  }

  private static Stream<Integer> revisions(TrialDocument... found) {
    return of(found).all().stream().map(document -> document.answer().revision());
  }

  private static TrialRevisions of(TrialDocument... found) {
    return TrialRevisions.of(List.of(found));
  }

  private static TrialDocument answer(int sample, int revision) {
    return TrialDocument.of(Records.answer(7, sample, revision), new byte[] {1});
  }

  private static TrialDocument later(TrialDocument first) {
    Duration pause = Duration.ofMinutes(10);
    StageTimes times = Records.times();
    DecodedImage again =
        DecodedImage.newBuilder(
                Records.answer(7, first.samples().get(0).index(), first.answer().revision()))
            .setTimes(
                StageTimes.newBuilder(times)
                    .setLastVolumeAcquiredAt(times.getLastVolumeAcquiredAt().plus(pause))
                    .setVectorEmittedAt(times.getVectorEmittedAt().plus(pause))
                    .build())
            .build();
    return TrialDocument.of(again, new byte[] {1});
  }
}
