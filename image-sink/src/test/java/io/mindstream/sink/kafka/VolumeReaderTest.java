package io.mindstream.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.Records;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VolumeReaderTest {

  private final SchemaRegistry registry = new SchemaRegistry("mock://");
  private final Topic<BoldVolume> topic = Topics.standard().volumes();
  private final VolumeReader reader = new VolumeReader(topic, registry);

  @Test
  void shouldReadWhatWasWritten() {
    BoldVolume volume = Records.volume(77);
    assertThat(reader.read(topic.codec(registry).encode(volume))).isEqualTo(volume);
  }

  @Test
  void shouldCopyNoVoxels() {
    byte[] bytes = topic.codec(registry).encode(Records.volume(0));
    assertThat(reader.read(bytes).getVoxels().array()).isSameAs(bytes);
  }

  @Test
  void shouldRefuseAVolumeThatBreaksOff() {
    byte[] bytes = topic.codec(registry).encode(Records.volume(0));
    assertThatThrownBy(() -> reader.read(Arrays.copyOf(bytes, bytes.length - 3)))
        .isInstanceOf(PipelineException.class);
  }

  @Test
  void shouldRefuseWhatIsNoRecord() {
    assertThatThrownBy(() -> reader.read(new byte[] {1, 2, 3, 4, 5, 6, 7}))
        .isInstanceOf(PipelineException.class);
  }

  @Test
  void shouldRefuseARecordWithoutAValue() {
    assertThatThrownBy(() -> reader.read(null)).isInstanceOf(PipelineException.class);
  }
}
