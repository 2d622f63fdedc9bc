package io.mindstream.preprocess.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.VoxelVector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials whose responses are told against those before them: the first have too few. */
class ToldAgainstEarlierTest {

  private static final TestRun RUN =
      new TestRun("sub-01_task-viewing_run-01", TestRun.START, 55, 8);
  private static final int FEWEST = 4;

  @TempDir Path stateDir;

  @Test
  void shouldSayThatTheFirstTrialsHaveTooFewBeforeThem() {
    try (TestStream stream = played("glm(motion=0,standard=running)", false)) {
      assertThat(stream.codes()).containsOnly("TOO_FEW_RESPONSES").hasSize(FEWEST);
      assertThat(stream.vectors())
          .extracting(VoxelVector::getTrialIndex)
          .containsExactly(4, 5, 6, 7);
    }
  }

  @Test
  void shouldNotGiveUpATrialThatIsAnsweredWhenItsRunIsOver() {
    try (TestStream stream = played("glm(motion=0,standard=running)", true)) {
      assertThat(stream.codes()).isEmpty();
      assertThat(stream.vectors())
          .filteredOn(VoxelVector::getLastRevision)
          .extracting(VoxelVector::getTrialIndex)
          .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }
  }

  @Test
  void shouldSayHowManyRepeatsAreAveraged() {
    try (TestStream stream = played("glm(motion=0,repeats=mean)", false)) {
      assertThat(stream.vectors())
          .extracting(VoxelVector::getTrialsAveraged)
          .containsExactly(1, 1, 1, 2, 2, 2, 3, 3);
    }
  }

  @Test
  void shouldSayHowTheyWereMade() {
    try (TestStream stream = played("glm(motion=0,repeats=mean)", false)) {
      assertThat(stream.vectors().get(0).getRecipe().orElseThrow()).contains("repeats=mean");
    }
  }

  private TestStream played(String recipe, boolean atRunEnd) {
    var config =
        TestStream.CONFIG
            .with(TestStream.CONFIG.windows(), VectorMethod.of(recipe, 0))
            .with(new Revisions(List.of(Duration.ZERO), atRunEnd));
    TestStream stream = new TestStream(config, stateDir);
    stream.roi(RUN.roi());
    stream.send(RUN.header());
    IntStream.range(0, RUN.trials())
        .forEach(k -> stream.send(RUN.event(k).setStimulusId("face-" + k % 3)));
    IntStream.range(0, RUN.volumes())
        .forEach(t -> stream.send(RUN.volume(t).setIntercept(8 * Math.sin(t * (t + 1.7)))));
    stream.send(RUN.end(RunState.ENDED, RUN.volumes()));
    return stream;
  }
}
