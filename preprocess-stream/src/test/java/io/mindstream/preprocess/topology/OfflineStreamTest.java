package io.mindstream.preprocess.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.offline.OfflineRun;
import io.mindstream.preprocess.offline.OfflineRun.Refused;
import io.mindstream.preprocess.offline.OfflineStream;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is over gives without Kafka what it gave with it. */
class OfflineStreamTest {

  private static final TestRun RUN = TestRun.RUN;

  @TempDir Path stateDir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "running",
        "percent",
        "denoised(motion=0,components=0)",
        "denoised(motion=0,components=0,overlap=fir)",
        "glm(motion=0,components=0)",
        "glm(motion=0,components=0,repeats=mean)"
      })
  void shouldMakeTheLiveVectors(String method) {
    PreprocessConfig config = config(method);
    assertThat(offline(config, whole()).vectors()).isEqualTo(live(config, whole())).isNotEmpty();
  }

  @Test
  void shouldMakeTheLiveVectorsWhereAVolumeIsMissing() {
    List<SpecificRecord> records = whole();
    records.removeIf(record -> record instanceof BoldVolume volume && volume.getIndex() == 8);
    PreprocessConfig config = config("running");
    assertThat(offline(config, records).vectors()).isEqualTo(live(config, records)).isNotEmpty();
  }

  @Test
  void shouldMakeTheLiveVectorsOfARunWithoutEnd() {
    List<SpecificRecord> records = whole();
    records.remove(records.size() - 1);
    PreprocessConfig config = config("percent");
    assertThat(offline(config, records).vectors()).isEqualTo(live(config, records)).isNotEmpty();
  }

  @Test
  void shouldSayWhichTrialCannotBeHad() {
    List<SpecificRecord> records = whole();
    records.add(1, RUN.event(7, 90, 4).build());
    assertThat(offline(config("none"), records).trials())
        .extracting(Refused::index, Refused::code)
        .containsExactly(tuple(7, "EVENT_OUTSIDE_RUN"));
  }

  @Test
  void shouldSayWhichVolumeCannotBeUsed() {
    List<SpecificRecord> records = whole();
    records.set(records.size() - 2, RUN.volume(19).setNx(2).build());
    assertThat(offline(config("none"), records).volumes())
        .extracting(Refused::index)
        .containsExactly(19);
  }

  @Test
  void shouldRefuseARunOfAnImpossibleHeader() {
    OfflineStream stream = stream(config("none"));
    RunHeader header = RUN.header().setRepetitionTimeSeconds(-1).build();
    assertThatThrownBy(() -> stream.header(header, TestRun.START))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("repetitionTimeSeconds");
  }

  private static PreprocessConfig config(String method) {
    return PreprocessConfig.DEFAULT
        .with(PreprocessConfig.DEFAULT.windows(), VectorMethod.of(method, 10))
        .with(new Revisions(List.of(Duration.ZERO, Duration.ofSeconds(6)), true));
  }

  private static List<SpecificRecord> whole() {
    List<SpecificRecord> records = new ArrayList<>();
    records.add(RUN.header().build());
    IntStream.range(0, 3).forEach(trial -> records.add(RUN.event(trial).build()));
    IntStream.range(0, 20).forEach(index -> records.add(RUN.volume(index).build()));
    records.add(RUN.end(RunState.ENDED, 20).build());
    return records;
  }

  private List<?> live(PreprocessConfig config, List<SpecificRecord> records) {
    try (TestStream stream = new TestStream(config, stateDir)) {
      stream.roi(RUN.roi());
      records.forEach(stream::send);
      stream.pass(Duration.ofHours(2));
      return stream.vectors();
    }
  }

  private static OfflineRun offline(PreprocessConfig config, List<SpecificRecord> records) {
    OfflineStream stream = stream(config);
    for (SpecificRecord record : records) {
      if (record instanceof RunHeader header) {
        stream.header(header, header.getStartedAt());
      } else if (record instanceof BoldVolume volume) {
        stream.volume(volume, volume.getAcquiredAt());
      } else if (record instanceof StimulusEvent event) {
        stream.event(event, event.getOccurredAt());
      }
    }
    return stream.end();
  }

  private static OfflineStream stream(PreprocessConfig config) {
    OfflineStream stream = new OfflineStream(Topics.standard(), config, () -> TestStream.NOW);
    stream.mask(RUN.roi().build());
    return stream;
  }
}
