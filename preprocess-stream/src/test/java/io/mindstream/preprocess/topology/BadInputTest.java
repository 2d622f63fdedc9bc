package io.mindstream.preprocess.topology;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.avro.VoxelVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad record becomes a dead letter with a code, and the stream goes on. */
class BadInputTest {

  private static final TestRun OTHER =
      new TestRun("sub-01_task-viewing_run-02", TestRun.START.plusSeconds(90), 20, 3);

  @TempDir Path stateDir;
  private TestStream stream;

  @BeforeEach
  void open() {
    open(TestStream.CONFIG);
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldKeepAnUndecodableRecordWhole() {
    byte[] bytes = {1, 2, 3};
    stream.raw(stream.topics.volumes(), RUN.id(), bytes, TestRun.START);

    DeadLetter letter = stream.letters().get(0);
    assertThat(letter.getCode()).isEqualTo("UNDECODABLE");
    assertThat(letter.getTopic()).isEqualTo("scanner.volumes");
    assertThat(letter.getPartition()).isZero();
    assertThat(letter.getOffset()).isZero();
    assertThat(letter.getValue()).contains(ByteBuffer.wrap(bytes));
    assertThat(letter.getKey())
        .contains(ByteBuffer.wrap(RUN.id().getBytes(StandardCharsets.UTF_8)));
    assertThat(letter.getService()).isEqualTo("preprocess-stream");
    assertThat(letter.getFailedAt()).isEqualTo(TestStream.NOW);
  }

  @Test
  void shouldGoOnAfterUndecodableRecordsOfEveryTopic() {
    byte[] garbage = {0, 0, 0, 0, 99, 7};
    stream.raw(stream.topics.runs(), null, garbage, TestRun.START);
    stream.raw(stream.topics.events(), RUN.id(), null, TestRun.START);
    stream.raw(stream.topics.rois(), "broken", garbage, TestRun.START);
    playTrial0();

    assertThat(trials()).containsExactly(0);
    assertThat(stream.codes()).containsExactly("UNDECODABLE", "UNDECODABLE");
  }

  static Stream<BoldVolume.Builder> badVolumes() {
    ByteBuffer notFinite = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    notFinite.putFloat(16, Float.NaN); // voxel 4 is in the ROI
    return Stream.of(
        RUN.volume(-1),
        RUN.volume(20),
        RUN.volume(2_000_000_000),
        RUN.volume(3).setSlope(0),
        RUN.volume(3).setSlope(Double.NaN),
        RUN.volume(3).setIntercept(Double.POSITIVE_INFINITY),
        RUN.volume(3).setType(VoxelType.FLOAT32).setVoxels(notFinite));
  }

  @ParameterizedTest
  @MethodSource("badVolumes")
  void shouldRefuseAnInvalidVolumeAlone(BoldVolume.Builder bad) {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 2);
    stream.send(bad);
    volumes(4, 6);

    assertThat(stream.codes()).containsExactly("INVALID_RECORD");
    assertThat(stream.vectors().get(0).getVolumesUsed()).isEqualTo(1);
  }

  @Test
  void shouldNotMindValuesOutsideTheRoiThatAreNotFinite() {
    ByteBuffer background = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    background.putFloat(0, Float.NaN);
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    stream.send(RUN.volume(4).setType(VoxelType.FLOAT32).setVoxels(background));

    assertThat(stream.letters()).isEmpty();
  }

  static Stream<BoldVolume.Builder> misshapenVolumes() {
    return Stream.of(
        RUN.volume(3).setNx(4),
        RUN.volume(3).setNy(3).setNx(2),
        RUN.volume(3).setVoxels(ByteBuffer.allocate(11)),
        RUN.volume(3).setType(VoxelType.FLOAT32));
  }

  @ParameterizedTest
  @MethodSource("misshapenVolumes")
  void shouldRefuseAMisshapenVolumeAlone(BoldVolume.Builder bad) {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 2);
    stream.send(bad);
    volumes(4, 6);

    assertThat(stream.codes()).containsExactly("MISSHAPEN_VOLUME");
    assertThat(stream.vectors().get(0).getVolumesUsed()).isEqualTo(1);
  }

  @Test
  void shouldRefuseHeadersAndEventsWithImpossibleNumbers() {
    stream.send(RUN.header().setRepetitionTimeSeconds(0));
    stream.send(RUN.header().setRepetitionTimeSeconds(Double.NaN));
    stream.send(RUN.header().setGeometry(TestRun.grid(0, 2, 1)));
    stream.send(RUN.header().setGeometry(TestRun.grid(60000, 60000, 60000)));
    stream.send(RUN.header().setExpectedVolumes(-1));
    stream.send(RUN.header().setExpectedVolumes(2_000_000_000));
    stream.send(RUN.event(-1));
    stream.send(RUN.event(0, Double.NaN, 1));
    stream.send(RUN.event(0, 0, -1));
    stream.send(RUN.event(0, 0, Double.POSITIVE_INFINITY));

    assertThat(stream.codes()).isEqualTo(Collections.nCopies(10, "INVALID_RECORD"));
  }

  @Test
  void shouldRefuseARecordWhoseKeyIsNotItsRun() {
    stream.send(stream.topics.events(), OTHER.id(), RUN.event(0).build(), TestRun.START);

    assertThat(stream.codes()).containsExactly("INVALID_RECORD");
  }

  @Test
  void shouldRefuseARunIdThatIsNotOne() {
    stream.send(RUN.header().setRunId("../../etc"));

    assertThat(stream.codes()).containsExactly("INVALID_RECORD");
  }

  @Test
  void shouldRefuseAWindowOutsideTheRun() {
    stream.send(RUN.header());
    stream.send(RUN.event(0, -20, 4));
    stream.send(RUN.event(1, 33, 4)); // volumes 19 and 20 of a run that has 0 to 19
    stream.send(RUN.event(2));
    volumes(0, 19);
    stream.send(RUN.end(RunState.ENDED, 20));

    assertThat(trials()).containsExactly(2);
    assertThat(stream.codes()).containsExactly("EVENT_OUTSIDE_RUN", "EVENT_OUTSIDE_RUN");
  }

  @Test
  void shouldRefuseATrialThatLacksTooManyVolumes() {
    stream.send(RUN.header());
    stream.send(RUN.event(0, 0, 6)); // volumes 3 to 5
    volumes(0, 3);
    volumes(6, 8);

    assertThat(stream.codes()).containsExactly("TOO_FEW_VOLUMES");
    assertThat(stream.vectors()).isEmpty();
  }

  @Test
  void shouldTellOfAFixedWindowThatLacksItsVolumes() {
    reopen(TestStream.CONFIG.with(WindowMode.Fixed.STANDARD, new VectorMethod.Mean()));
    stream.send(RUN.header());
    volumes(4, 7);

    assertThat(stream.codes()).containsExactly("TOO_FEW_VOLUMES");
    assertThat(stream.letters().get(0).getOffset()).isEqualTo(-1);
    assertThat(trials()).containsExactly(1);
  }

  @Test
  void shouldLetOutWhatIsCompleteWhereARunIsAborted() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    stream.send(RUN.event(1));
    stream.send(RUN.event(2));
    volumes(0, 11);
    stream.send(RUN.end(RunState.ABORTED, 12));

    assertThat(trials()).containsExactly(0, 1);
    assertThat(stream.codes()).containsExactly("EVENT_OUTSIDE_RUN");
  }

  @Test
  void shouldGiveUpVolumesThatNeverCome() {
    stream.send(RUN.header());
    stream.send(RUN.event(0, 28, 6)); // volumes 17 to 19
    volumes(0, 18);
    stream.send(RUN.end(RunState.ENDED, 20));
    assertThat(stream.vectors()).isEmpty();

    stream.pass(Duration.ofSeconds(11));

    assertThat(stream.vectors().get(0).getVolumesUsed()).isEqualTo(2);
  }

  @Test
  void shouldRefuseTheRecordsOfARunWithoutItsRoi() {
    stream.send(RUN.header().setRoiId("nowhere"));
    stream.send(RUN.event(0));
    volumes(0, 1);

    assertThat(stream.codes()).isEqualTo(Collections.nCopies(3, "UNKNOWN_ROI"));
    assertThat(stream.letters().get(0).getMessage()).contains("nowhere", "decoder.rois");
  }

  @Test
  void shouldRefuseARunWhoseRoiIdIsEndless() {
    stream.send(RUN.header().setRoiId("x".repeat(70_000)));

    assertThat(stream.codes()).containsExactly("INVALID_RECORD");
    assertThat(stream.letters().get(0).getMessage()).contains("roiId", "70000");
  }

  @Test
  void shouldGiveUpWaitingForAnRoi() {
    reopen(PreprocessConfig.DEFAULT);
    stream.send(RUN.header().setRoiId("nowhere"));
    stream.send(RUN.event(0));
    volumes(0, 1);
    assertThat(stream.letters()).isEmpty();

    stream.pass(Duration.ofSeconds(11));

    assertThat(stream.codes()).isEqualTo(Collections.nCopies(3, "UNKNOWN_ROI"));
  }

  @Test
  void shouldRefuseARunWhoseRoiCannotBeRead() {
    stream.raw(stream.topics.rois(), "broken", new byte[] {5}, TestRun.START);
    stream.send(RUN.header().setRoiId("broken"));
    stream.send(RUN.event(0));

    assertThat(stream.codes()).containsExactly("UNKNOWN_ROI");
  }

  @Test
  void shouldRefuseAnRoiOfAnotherShape() {
    stream.roi(RUN.roi().setGeometry(TestRun.grid(3, 2, 2)));
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 0);

    assertThat(stream.codes()).containsExactly("ROI_SHAPE_MISMATCH", "ROI_SHAPE_MISMATCH");
    assertThat(stream.letters().get(0).getMessage()).contains("3x2x2", "3x2x1");
  }

  @ParameterizedTest
  @MethodSource("badIndices")
  void shouldRefuseAnRoiWithoutProperVoxels(List<Integer> indices) {
    stream.roi(RUN.roi().setIndices(indices));
    stream.send(RUN.header());
    stream.send(RUN.event(0));

    assertThat(stream.codes()).containsExactly("INVALID_RECORD");
  }

  static Stream<List<Integer>> badIndices() {
    return Stream.of(List.of(), List.of(-1), List.of(6), List.of(1, 1));
  }

  @Test
  void shouldRefuseWindowsShorterThanTheTr() {
    reopen(
        TestStream.CONFIG.with(
            new WindowMode.Fixed(Duration.ofSeconds(1)), new VectorMethod.Mean()));
    stream.send(RUN.header());
    volumes(0, 0);

    assertThat(stream.codes()).containsExactly("INVALID_RECORD");
  }

  @Test
  void shouldGiveUpRecordsWhoseRunNeverStarts() {
    stream.send(RUN.event(0));
    volumes(0, 1);
    stream.pass(Duration.ofSeconds(20));
    assertThat(stream.letters()).isEmpty();

    stream.pass(Duration.ofSeconds(11));

    assertThat(stream.codes()).isEqualTo(Collections.nCopies(3, "UNKNOWN_RUN"));
  }

  @Test
  void shouldHoldOnlySoManyVolumesOfARunThatHasNotStarted() {
    int limit = PreprocessConfig.DEFAULT.heldRecords();
    for (int index = 0; index <= limit; index++) {
      stream.send(RUN.volume(index));
    }

    assertThat(stream.codes()).containsExactly("UNKNOWN_RUN");
  }

  @Test
  void shouldRefuseTheEndOfARunThatNeverStarted() {
    stream.send(RUN.end(RunState.ENDED, 20));

    assertThat(stream.codes()).containsExactly("UNKNOWN_RUN");
  }

  @Test
  void shouldRefuseVolumesAfterTheRunIsOver() {
    TestRun short2 = new TestRun(RUN.id(), RUN.startedAt(), 2, 0);
    stream.send(short2.header());
    volumes(0, 1);
    stream.send(short2.end(RunState.ENDED, 2));
    volumes(2, 2);

    stream.pass(Duration.ofSeconds(31));

    assertThat(stream.codes()).containsExactly("RUN_ENDED");
  }

  @Test
  void shouldRefuseEventsWhenTheRunsRowsAreGone() {
    stream.send(RUN.header());
    volumes(0, 19);
    stream.send(RUN.end(RunState.ENDED, 20));
    stream.pass(Duration.ofMinutes(61));

    stream.send(RUN.event(0));
    stream.pass(Duration.ofSeconds(31));

    assertThat(stream.codes()).containsExactly("RUN_ENDED");
  }

  @Test
  void shouldGiveUpTheTrialsOfARunThatFallsSilent() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 2);

    stream.pass(Duration.ofMinutes(61));

    assertThat(stream.codes()).containsExactly("EVENT_OUTSIDE_RUN");
  }

  @Test
  void shouldRefuseVolumesOfTheSessionBefore() {
    stream.send(OTHER.header());
    stream.send(new TestRun(OTHER.id(), TestRun.START, 20, 3).volume(0));

    assertThat(stream.codes()).containsExactly("RUN_ENDED");
  }

  private void playTrial0() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 4);
  }

  private void volumes(int from, int to) {
    for (int index = from; index <= to; index++) {
      stream.send(RUN.volume(index));
    }
  }

  private List<Integer> trials() {
    return stream.vectors().stream().map(VoxelVector::getTrialIndex).toList();
  }

  private void open(PreprocessConfig config) {
    stream = new TestStream(config, stateDir);
    stream.roi(RUN.roi());
  }

  private void reopen(PreprocessConfig config) {
    stream.close();
    open(config);
  }
}
