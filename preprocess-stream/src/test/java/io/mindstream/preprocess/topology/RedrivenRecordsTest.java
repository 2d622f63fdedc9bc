package io.mindstream.preprocess.topology;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.VoxelVector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records come back from the dead letters once their cause is mended. */
class RedrivenRecordsTest {

  @TempDir Path stateDir;
  private TestStream stream;

  @BeforeEach
  void open() {
    stream = new TestStream(TestStream.CONFIG, stateDir);
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldMakeEachTrialOfARunWhoseMaskCameLate() {
    playWithoutMask();
    stream.roi(RUN.roi());
    redrive();

    assertThat(trials()).containsExactly(0, 1, 2);
    assertThat(stream.vectors()).allMatch(vector -> vector.getVolumesUsed() == 2);
  }

  @Test
  void shouldMakeEachTrialOfARunThatWasForgottenMeanwhile() {
    playWithoutMask();
    stream.pass(TestStream.CONFIG.waits().retention().plus(Duration.ofMinutes(1)));
    stream.roi(RUN.roi());
    redrive();

    assertThat(trials()).containsExactly(0, 1, 2);
  }

  @Test
  void shouldRefuseAgainWhatIsNotMended() {
    playWithoutMask();
    int before = stream.letters().size();
    redrive();

    assertThat(stream.letters()).hasSize(2 * before);
  }

  /** It is no duplicate of the event that failed: silence would be taken for a mended trial. */
  @Test
  void shouldSayAgainWhatATrialLacks() {
    stream.roi(RUN.roi());
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    volumes(0, 2);
    volumes(5, 7);
    redrive();

    assertThat(stream.codes()).containsExactly("TOO_FEW_VOLUMES", "TOO_FEW_VOLUMES");
  }

  private void playWithoutMask() {
    stream.send(RUN.header());
    IntStream.range(0, RUN.trials()).forEach(trial -> stream.send(RUN.event(trial)));
    volumes(0, RUN.volumes() - 1);
    stream.send(RUN.end(RunState.ENDED, RUN.volumes()));
  }

  private void volumes(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(index -> stream.send(RUN.volume(index)));
  }

  /** In the order of {@code dead-letters redrive}: volumes before events. */
  private void redrive() {
    List<DeadLetter> letters = List.copyOf(stream.letters());
    for (String topic : List.of(stream.topics.volumes().name(), stream.topics.events().name())) {
      letters.stream().filter(letter -> letter.getTopic().equals(topic)).forEach(stream::redrive);
    }
  }

  private List<Integer> trials() {
    return stream.vectors().stream().map(VoxelVector::getTrialIndex).toList();
  }
}
