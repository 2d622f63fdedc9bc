package io.mindstream.preprocess.topology;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.normalise.RunningBaseline.Scale;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.Normalisation;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.VoxelVector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stream does with good input. */
class PreprocessTopologyTest {

  private static final PreprocessConfig REVISED =
      TestStream.CONFIG.with(new Revisions(List.of(Duration.ZERO, Duration.ofSeconds(4))));

  @TempDir Path stateDir;
  @TempDir Path nextStateDir;
  private TestStream stream;

  @BeforeEach
  void open() {
    stream = new TestStream(TestStream.CONFIG, stateDir);
    stream.roi(RUN.roi());
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldAverageTheRoiOverTheWindow() {
    play(RUN);

    // Trial 1: volumes 8 and 9, voxels 4 and 1 in the ROI's order.
    assertThat(stream.vectors().get(1).getValues()).containsExactly(408.5f, 108.5f);
  }

  @Test
  void shouldSayEverythingOfATrial() {
    play(RUN);

    VoxelVector vector = stream.vectors().get(1);
    assertThat(vector.getRunId()).isEqualTo(RUN.id());
    assertThat(vector.getTrialIndex()).isEqualTo(1);
    assertThat(vector.getTrialType()).isEqualTo("face");
    assertThat(vector.getOnsetSeconds()).isEqualTo(10);
    assertThat(vector.getDurationSeconds()).isEqualTo(4);
    assertThat(vector.getRoiId()).isEqualTo(TestRun.ROI);
    assertThat(vector.getFirstVolume()).isEqualTo(8);
    assertThat(vector.getLastVolume()).isEqualTo(9);
    assertThat(vector.getVolumesUsed()).isEqualTo(2);
    assertThat(vector.getVolumesExpected()).isEqualTo(2);
    assertThat(vector.getNormalisation()).isEqualTo(Normalisation.NONE);
    assertThat(vector.getSimulated()).isTrue();
  }

  @Test
  void shouldCarryTheTimesOfTheWindowsLastVolume() {
    play(RUN);

    var times = stream.vectors().get(0).getTimes();
    assertThat(times.getLastVolumeAcquiredAt()).isEqualTo(TestRun.START.plusSeconds(8));
    assertThat(times.getLastVolumeReceivedAt()).isEqualTo(TestRun.START.plusMillis(9500));
    assertThat(times.getVectorEmittedAt()).isEqualTo(TestStream.NOW);
  }

  @Test
  void shouldKeyATrialByRunAndTrialAndDateItByItsLastVolume() {
    play(RUN);

    var record = stream.vectorRecords().get(2);
    assertThat(record.key()).isEqualTo(RUN.id() + "/trial-0002");
    assertThat(record.getRecordTime()).isEqualTo(TestRun.START.plusSeconds(28));
  }

  @Test
  void shouldEmitAsSoonAsTheWindowsLastVolumeIsIn() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 3);
    assertThat(stream.vectors()).isEmpty();

    stream.send(RUN.volume(4));

    assertThat(trials()).containsExactly(0);
  }

  @Test
  void shouldEmitATrialWhoseEventComesAfterTheRunEnded() {
    stream.send(RUN.header());
    volumes(0, 19);
    stream.send(RUN.end(RunState.ENDED, 20));

    stream.send(RUN.event(0));

    assertThat(trials()).containsExactly(0);
  }

  @Test
  void shouldWaitForVolumesThatAreReadAfterTheEnd() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    stream.send(RUN.end(RunState.ENDED, 20));
    volumes(0, 19);

    assertThat(trials()).containsExactly(0);
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void shouldAverageOverAMissingVolumeAndSaySo() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 2);
    volumes(4, 6); // after the third volume that it could be late by, 3 is given up

    VoxelVector vector = stream.vectors().get(0);
    assertThat(vector.getValues()).containsExactly(404f, 104f);
    assertThat(vector.getVolumesUsed()).isEqualTo(1);
    assertThat(vector.getVolumesExpected()).isEqualTo(2);
  }

  @Test
  void shouldCountAVolumeOnce() {
    stream.send(RUN.header());
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 3);
    volumes(3, 3);
    stream.send(RUN.event(0));
    volumes(4, 6);
    stream.send(RUN.event(0));

    assertThat(stream.vectors()).hasSize(1);
    assertThat(stream.vectors().get(0).getValues()).containsExactly(403.5f, 103.5f);
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void shouldUseAVolumeThatIsOutOfOrderButInTime() {
    stream.send(RUN.header());
    stream.send(RUN.event(0, 0, 8)); // volumes 3 to 6
    for (int index : new int[] {0, 1, 2, 4, 3, 5, 6}) {
      stream.send(RUN.volume(index));
    }

    assertThat(stream.vectors().get(0).getVolumesUsed()).isEqualTo(4);
  }

  @Test
  void shouldWaitForAVolumeThatIsLate() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    for (int index : new int[] {0, 1, 2, 4, 5, 3}) {
      stream.send(RUN.volume(index));
    }

    assertThat(stream.vectors().get(0).getValues()).containsExactly(403.5f, 103.5f);
  }

  @Test
  void shouldGiveUpAVolumeThatIsTooLate() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    for (int index : new int[] {0, 1, 2, 4, 5, 6, 3, 3}) {
      stream.send(RUN.volume(index));
    }

    assertThat(stream.vectors().get(0).getVolumesUsed()).isEqualTo(1);
    assertThat(stream.codes()).containsExactly("TOO_LATE");
  }

  @Test
  void shouldKeepWaitingVolumesOverARestart() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    for (int index : new int[] {0, 1, 2, 4}) {
      stream.send(RUN.volume(index));
    }

    stream = stream.restartIn(TestStream.CONFIG, nextStateDir);
    stream.send(RUN.volume(3));

    assertThat(stream.vectors().get(0).getVolumesUsed()).isEqualTo(2);
  }

  @Test
  void shouldAnswerAgainWhereMoreVolumesAreIn() {
    reopen(REVISED);
    stream.send(RUN.header());
    stream.send(RUN.event(0)); // volumes 3 and 4; 4 s later is after volume 6
    volumes(0, 7);

    assertThat(stream.vectors())
        .extracting(
            VoxelVector::getRevision,
            VoxelVector::getLastRevision,
            vector -> vector.getNewestVolume().orElseThrow())
        .containsExactly(tuple(1, false, 4), tuple(2, true, 6));
  }

  @Test
  void shouldAnswerForTheLastTimeWhenTheRunIsOver() {
    reopen(REVISED);
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 5);
    stream.send(RUN.end(RunState.ENDED, 6));

    assertThat(stream.vectors())
        .extracting(vector -> vector.getNewestVolume().orElseThrow())
        .containsExactly(4, 5);
  }

  @Test
  void shouldNotRepeatAnAnswerThatKnowsTheWholeRun() {
    reopen(REVISED);
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 4);
    stream.send(RUN.end(RunState.ENDED, 5));

    assertThat(stream.vectors()).hasSize(1);
  }

  @Test
  void shouldAnswerOnceMoreWhenAllOfTheRunIsKnown() {
    reopen(
        TestStream.CONFIG
            .with(
                WindowMode.PerEvent.STANDARD,
                VectorMethod.of("glm(drift=poly1,motion=0,noise=white,steady=120)", 0))
            .with(new Revisions(List.of(Duration.ZERO, Duration.ofSeconds(20)), true)));
    play(RUN);

    assertThat(stream.codes()).isEmpty();
    assertThat(stream.vectors())
        .filteredOn(vector -> vector.getTrialIndex() == 1)
        .extracting(
            VoxelVector::getRevision,
            VoxelVector::getLastRevision,
            vector -> vector.getNewestVolume().orElseThrow())
        .containsExactly(tuple(1, false, 9), tuple(2, false, 19), tuple(3, true, 19));
  }

  /** A trial that can't be had is in no model, neither before a restart nor after it. */
  @Test
  void shouldMakeTheSameResponseAfterARestartWhereATrialWasRefused() {
    PreprocessConfig responses =
        TestStream.CONFIG.with(
            WindowMode.PerEvent.STANDARD,
            VectorMethod.of("glm(drift=poly1,motion=0,noise=white,steady=120)", 0));
    reopen(responses);
    untilTheLastVolumeOfAWindow(RUN);
    stream.send(RUN.volume(9));
    List<Float> gone = stream.vectors().get(0).getValues();

    reopen(responses);
    untilTheLastVolumeOfAWindow(RUN);
    stream = stream.restartIn(responses, nextStateDir);
    stream.send(RUN.volume(9));

    assertThat(stream.vectors()).extracting(VoxelVector::getValues).containsExactly(gone);
  }

  /** Trial 0 was shown long before the run began, the window of trial 1 ends with volume 9. */
  private void untilTheLastVolumeOfAWindow(TestRun run) {
    stream.send(run.header());
    stream.send(run.event(0, -8, 4).setOccurredAt(run.startedAt()));
    stream.send(run.event(1));
    for (int index = 0; index < 9; index++) {
      stream.send(run.volume(index).setSlope(1 + index % 3));
    }
  }

  @Test
  void shouldLetWindowsSlide() {
    reopen(
        TestStream.CONFIG.with(
            new WindowMode.Fixed(Duration.ofSeconds(8), Duration.ofSeconds(4)),
            new VectorMethod.Mean()));
    play(new TestRun(RUN.id(), RUN.startedAt(), 8, 0));

    assertThat(stream.vectors())
        .extracting(VoxelVector::getFirstVolume, VoxelVector::getLastVolume)
        .containsExactly(tuple(0, 3), tuple(2, 5), tuple(4, 7));
  }

  @Test
  void shouldHoldVolumesAndEventsUntilTheHeaderComes() {
    stream.send(RUN.event(0));
    volumes(0, 5);
    assertThat(stream.vectors()).isEmpty();

    stream.send(RUN.header());

    assertThat(trials()).containsExactly(0);
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void shouldGiveTrialsTwiceWhereARunIsPlayedTwice() {
    play(RUN);
    play(RUN.again());

    assertThat(trials()).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void shouldStartAnewWhereARunBreaksOffWithoutAWord() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    stream.send(RUN.event(2));
    volumes(0, 5);

    play(RUN.again());

    assertThat(trials()).containsExactly(0, 0, 1, 2);
    assertThat(stream.codes()).containsExactly("EVENT_OUTSIDE_RUN");
  }

  @Test
  void shouldCutTheRunInFixedWindows() {
    reopen(new WindowMode.Fixed(Duration.ofSeconds(8)), new VectorMethod.Mean());
    play(new TestRun(RUN.id(), RUN.startedAt(), 10, 0));

    assertThat(stream.vectors())
        .extracting(VoxelVector::getTrialIndex, VoxelVector::getFirstVolume, this::values)
        .containsExactly(
            tuple(0, 0, List.of(401.5f, 101.5f)), tuple(1, 4, List.of(405.5f, 105.5f)));
    assertThat(stream.vectors().get(0).getTrialType()).isEqualTo("n/a");
  }

  @Test
  void shouldNormaliseAgainstTheRunUpToTheWindow() {
    reopen(WindowMode.PerEvent.STANDARD, new VectorMethod.Running(Scale.DEVIATION, 0));
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    for (int index = 0; index < 6; index++) {
      stream.send(RUN.volume(index).setSlope(index == 3 ? 2 : 1));
    }

    // Voxel 4 up to the window's end: 400 401 402 806 404. Slope 41.3, residuals 0 -40.3 -80.6
    // 282.1 -161.2, sd 150.789; the window's last two have mean 60.45.
    assertThat(stream.vectors().get(0).getValues().get(0)).isCloseTo(0.40089187f, within(1e-6f));
    assertThat(stream.vectors().get(0).getNormalisation()).isEqualTo(Normalisation.RUNNING);
  }

  @Test
  void shouldGoOnAfterARestartWithItsState() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    stream.send(RUN.event(1));
    volumes(0, 8);

    stream = stream.restartIn(TestStream.CONFIG, nextStateDir);
    stream.send(RUN.event(0));
    volumes(8, 9);

    assertThat(trials()).containsExactly(1);
    assertThat(stream.vectors().get(0).getValues()).containsExactly(408.5f, 108.5f);
  }

  @Test
  void shouldKeepHeldRecordsOverARestart() {
    volumes(0, 4);
    stream.send(RUN.event(0));

    stream = stream.restartIn(TestStream.CONFIG, nextStateDir);
    stream.roi(RUN.roi());
    stream.send(RUN.header());

    assertThat(trials()).containsExactly(0);
  }

  @Test
  void shouldKeepTheRoiThatTheRunBeganWith() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 3);
    stream.roi(RUN.roi().setIndices(List.of(0)));
    volumes(4, 4);

    assertThat(stream.vectors().get(0).getValues()).containsExactly(403.5f, 103.5f);
  }

  @Test
  void shouldWaitForAnRoiThatIsNotThereYet() {
    reopen(TestStream.CONFIG.with(PreprocessConfig.DEFAULT.waits()));
    play(new TestRun(RUN.id(), RUN.startedAt(), 20, 3), "sub-02_desc-VC");
    stream.pass(Duration.ofSeconds(5));
    assertThat(stream.vectors()).isEmpty();

    stream.roi(RUN.roi().setRoiId("sub-02_desc-VC"));
    stream.pass(Duration.ofSeconds(1));

    assertThat(trials()).containsExactly(0, 1, 2);
    assertThat(stream.letters()).isEmpty();
  }

  private void play(TestRun run) {
    play(run, TestRun.ROI);
  }

  private void play(TestRun run, String roiId) {
    stream.send(run.header().setRoiId(roiId));
    for (int trial = 0; trial < run.trials(); trial++) {
      stream.send(run.event(trial));
    }
    for (int index = 0; index < run.volumes(); index++) {
      stream.send(run.volume(index));
    }
    stream.send(run.end(RunState.ENDED, run.volumes()).setRoiId(roiId));
  }

  private void volumes(int from, int to) {
    for (int index = from; index <= to; index++) {
      stream.send(RUN.volume(index));
    }
  }

  private List<Integer> trials() {
    return stream.vectors().stream().map(VoxelVector::getTrialIndex).toList();
  }

  private List<Float> values(VoxelVector vector) {
    return vector.getValues();
  }

  private void reopen(WindowMode mode, VectorMethod method) {
    reopen(TestStream.CONFIG.with(mode, method));
  }

  private void reopen(PreprocessConfig config) {
    stream.close();
    stream = new TestStream(config, stateDir);
    stream.roi(RUN.roi());
  }
}
