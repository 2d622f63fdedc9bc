package io.mindstream.preprocess.topology;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that ask for a window of their own. */
class OwnWindowTest {

  @TempDir Path stateDir;
  @TempDir Path nextStateDir;
  private TestStream stream;

  @BeforeEach
  void open() {
    stream = new TestStream(TestStream.CONFIG, stateDir);
    stream.roi(RUN.roi());
    stream.send(RUN.header());
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void shouldGoBeforeTheSettings() {
    stream.send(event(2.0, 6.0));
    volumes(0, 9);

    VoxelVector vector = stream.vectors().get(0);
    assertThat(vector.getFirstVolume()).isEqualTo(1);
    assertThat(vector.getLastVolume()).isEqualTo(3);
    assertThat(vector.getWindowDelaySeconds()).contains(2.0);
  }

  @Test
  void shouldLeaveTheRestToTheSettings() {
    stream.send(event(null, 6.0));
    volumes(0, 9);

    VoxelVector vector = stream.vectors().get(0);
    assertThat(vector.getFirstVolume()).isEqualTo(3);
    assertThat(vector.getLastVolume()).isEqualTo(5);
    assertThat(vector.getWindowDelaySeconds()).contains(5.0);
  }

  @Test
  void shouldBeSaidInTheVector() {
    stream.send(event(2.0, null));
    volumes(0, 9);

    assertThat(stream.vectors().get(0).getOwnWindowDelay()).isTrue();
  }

  @Test
  void shouldNotBeSaidOfADelayOfTheSettings() {
    stream.send(event(null, 6.0));
    volumes(0, 9);

    assertThat(stream.vectors().get(0).getOwnWindowDelay()).isFalse();
  }

  @Test
  void shouldLastOverARestart() {
    stream.send(event(2.0, 6.0));
    volumes(0, 3);
    stream = stream.restartIn(TestStream.CONFIG, nextStateDir);
    volumes(3, 9);

    assertThat(stream.vectors().get(0).getLastVolume()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 4, windowDelaySeconds",
    "3601, 4, windowDelaySeconds",
    "1, 0, windowLengthSeconds"
  })
  void shouldRefuseOneThatIsOutOfBounds(double delay, double length, String field) {
    stream.send(event(delay, length));

    DeadLetter letter = stream.letters().get(0);
    assertThat(letter.getCode()).isEqualTo("INVALID_RECORD");
    assertThat(letter.getMessage()).contains(field);
  }

  private static StimulusEvent.Builder event(Double delay, Double length) {
    return RUN.event(0).setWindowDelaySeconds(delay).setWindowLengthSeconds(length);
  }

  private void volumes(int from, int to) {
    for (int index = from; index < to; index++) {
      stream.send(RUN.volume(index));
    }
  }
}
