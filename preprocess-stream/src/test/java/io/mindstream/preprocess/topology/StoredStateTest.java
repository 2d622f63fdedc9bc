package io.mindstream.preprocess.topology;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mindstream.preprocess.state.StoredStateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State that another program wrote is named, never misread. */
class StoredStateTest {

  @TempDir Path stateDir;
  private TestStream stream;

  @BeforeEach
  void playHalfATrial() {
    stream = new TestStream(TestStream.CONFIG, stateDir);
    stream.roi(RUN.roi());
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    for (int index = 0; index < 4; index++) {
      stream.send(RUN.volume(index));
    }
    stream.send(RUN.volume(6)); // waits for volume 5
    stream.send(RUN.again().event(0)); // waits for the run's next session
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs-v6",
        "run-rois-v6",
        "rows-v6",
        "early-volumes-v6",
        "trials-v6",
        "due-trials-v6",
        "held-records-v6"
      })
  void shouldStopAtAValueOfAnotherFormat(String store) {
    rewrite(store, 7);

    assertThatThrownBy(this::endTheWindow)
        .hasRootCauseInstanceOf(StoredStateException.class)
        .rootCause()
        .hasMessageContainingAll(store, "format 7", "expected 6", "test-.*-changelog");
  }

  @Test
  void shouldEmitNothingFromRowsOfAnotherFormat() {
    rewrite("rows-v6", 1);

    assertThat(catchThrowable(this::endTheWindow)).isNotNull();
    assertThat(stream.vectors()).isEmpty();
  }

  private void endTheWindow() {
    stream.send(RUN.volume(4));
    stream.send(RUN.volume(5));
    stream.pass(Duration.ofSeconds(1));
  }

  /** Every value of a store, as another program would have written it. */
  private void rewrite(String store, int format) {
    KeyValueStore<Bytes, byte[]> bytes = stream.bytesOf(store);
    List<KeyValue<Bytes, byte[]>> values = new ArrayList<>();
    try (var all = bytes.all()) {
      all.forEachRemaining(values::add);
    }
    assertThat(values).isNotEmpty();
    for (KeyValue<Bytes, byte[]> value : values) {
      byte[] rewritten = value.value.clone();
      rewritten[0] = (byte) format;
      bytes.put(value.key, rewritten);
    }
  }
}
