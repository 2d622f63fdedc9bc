package io.mindstream.preprocess.topology;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.RunState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes that came too late, seen by a stream that makes all of its stores again. */
class LateVolumesRestartTest {

  private static final int[] BEFORE = {0, 1, 2, 5, 6, 7, 8, 3, 4};

  @TempDir Path stateDir;
  @TempDir Path nextStateDir;
  @TempDir Path undisturbedDir;
  private TestStream stream;
  private TestStream undisturbed;

  @BeforeEach
  void playToTheRestart() {
    undisturbed = begun(undisturbedDir);
    stream = begun(stateDir).restartIn(TestStream.CONFIG, nextStateDir);
  }

  @AfterEach
  void close() {
    stream.close();
    undisturbed.close();
  }

  @Test
  void shouldTellThemInTime() {
    assertThat(undisturbed.codes()).containsExactly("TOO_LATE", "TOO_LATE");
  }

  @Test
  void shouldCountTheSameInTheRunsSummary() {
    assertThat(summary(stream)).isEqualTo(summary(undisturbed));
  }

  @Test
  void shouldCountThemAsMissing() {
    RunQuality summary = summary(stream);

    assertThat(List.of(summary.getVolumes(), summary.getMissing(), summary.getFlaggedVolumes()))
        .containsExactly(18, 2, 1);
  }

  @Test
  void shouldTakeNoneOfThemTwice() {
    stream.send(RUN.volume(3));
    summary(stream);

    assertThat(stream.letters()).isEmpty();
  }

  private static TestStream begun(Path folder) {
    TestStream begun = new TestStream(TestStream.CONFIG, folder);
    begun.roi(RUN.roi());
    begun.send(RUN.header());
    for (int index : BEFORE) {
      begun.send(RUN.volume(index).setReceivedAt(RUN.received(index, index == 4 ? 90 : 1.5)));
    }
    return begun;
  }

  /** Plays the rest. */
  private static RunQuality summary(TestStream played) {
    for (int index = 9; index < RUN.volumes(); index++) {
      played.send(RUN.volume(index));
    }
    played.send(RUN.end(RunState.ENDED, RUN.volumes()));
    return played.summaries().get(0);
  }
}
