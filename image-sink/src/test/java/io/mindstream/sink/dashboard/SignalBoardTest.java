package io.mindstream.sink.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.sink.Boards;
import io.mindstream.sink.Records;
import io.mindstream.sink.api.Signal;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The volumes of Records hold the voxels 0, 1, 2 and 3. */
class SignalBoardTest {

  private final Board board = Boards.of(3, InstantSource.system());

  @Test
  void shouldAverageTheVoxelsOfTheRoi() {
    begin(List.of(1, 2, 3));
    assertThat(trace().get(0).roiMean()).isEqualTo(2.0);
  }

  @Test
  void shouldSayThatTheMeanIsNotKnownWhereTheMaskIsNot() {
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    assertThat(trace().get(0).roiMean()).isNull();
  }

  @Test
  void shouldSayThatTheMeanIsNotKnownWhereTheMaskIsOfAnotherGrid() {
    begin(List.of(4));
    assertThat(trace().get(0).roiMean()).isNull();
  }

  @Test
  void shouldMeasureHowLateAVolumeComes() {
    begin(List.of(1));
    var late = Records.volume(1);
    late.put("acquiredAt", Records.SCANNED.plusMillis(2000));
    late.put("receivedAt", Records.SCANNED.plusMillis(2030));
    board.volume(late);
    assertThat(trace().get(1).jitterMillis()).isEqualTo(30.0);
  }

  @Test
  void shouldTellOnlyWhatComesBehindAVolume() {
    begin(List.of(1));
    board.volume(Records.volume(1));
    assertThat(board.signals().after(Records.RUN, 0)).extracting(Signal::volume).containsExactly(1);
  }

  private void begin(List<Integer> voxels) {
    board.roi(
        RoiMask.newBuilder()
            .setRoiId("V1")
            .setGeometry(Records.run(RunState.STARTED).getGeometry())
            .setIndices(voxels)
            .build());
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
  }

  private List<Signal> trace() {
    return board.signals().after(Records.RUN, -1);
  }
}
