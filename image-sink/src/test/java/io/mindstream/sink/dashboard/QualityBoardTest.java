package io.mindstream.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.sink.Boards;
import io.mindstream.sink.Records;
import io.mindstream.sink.api.Quality;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityBoardTest {

  private final Board board = Boards.of(3, InstantSource.system());

  @Test
  void shouldTellWhatComesBehindAVolumeInOrder() {
    board.quality(Records.quality(2, 0.1));
    board.quality(Records.quality(1, 0.1));
    board.quality(Records.quality(0, 0.1));
    assertThat(after(0)).extracting(Quality::volume).containsExactly(1, 2);
  }

  @Test
  void shouldCountAVolumeThatComesTwiceOnce() {
    board.quality(Records.quality(0, 0.1));
    board.quality(Records.quality(0, 0.1));
    assertThat(after(-1)).hasSize(1);
  }

  @Test
  void shouldBeginAnewWhereTheRunIsPlayedAgain() {
    board.quality(Records.quality(5, 0.1));
    board.quality(again(Records.quality(0, 0.2)));
    assertThat(after(-1)).extracting(Quality::volume).containsExactly(0);
  }

  @Test
  void shouldForgetAnEarlierPlayWhenTheNextOnesHeaderComes() {
    board.quality(Records.quality(5, 0.1));
    board.quality(Records.summary(0.7));
    board.run(
        RunHeader.newBuilder(Records.run(RunState.STARTED))
            .setStartedAt(Records.SCANNED.plusSeconds(600))
            .build());
    assertThat(after(-1)).isEmpty();
    assertThat(board.qualities().summary(Records.RUN)).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatIsOfAnEarlierPlay() {
    board.quality(again(Records.quality(0, 0.2)));
    board.quality(Records.quality(5, 0.1));
    assertThat(after(-1)).extracting(Quality::volume).containsExactly(0);
  }

  @Test
  void shouldTellTheSummaryOfARun() {
    board.quality(Records.summary(0.7));
    assertThat(board.qualities().summary(Records.RUN).orElseThrow().missing()).isEqualTo(1);
  }

  @Test
  void shouldSayWhichVolumeIsToBeTold() {
    board.quality(Records.quality(4, 0.1));
    assertThat(board.touched().take()).containsExactly(new Thing.OfQuality(Records.RUN, 4));
  }

  private List<Quality> after(int volume) {
    return board.qualities().after(Records.RUN, volume).orElseThrow();
  }

  private static ScanQuality again(ScanQuality first) {
    return ScanQuality.newBuilder(first).setStartedAt(Records.SCANNED.plusSeconds(600)).build();
  }
}
