package io.mindstream.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.LetterTrials;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.Records;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LetterTrialsTest {

  private final Topics topics = Topics.standard();
  private final SchemaRegistry registry = new SchemaRegistry("mock://letters");
  private final LetterTrials trials = new LetterTrials(topics, registry);

  @Test
  void shouldReadTheTrialOfAnEventFromItsValue() {
    byte[] event = topics.events().codec(registry).encode(Records.event(7));
    assertThat(trials.of(letter(topics.events().name(), Records.RUN, event)))
        .hasValue(new TrialKey(Records.RUN, 7));
  }

  @Test
  void shouldReadTheTrialOfAVectorFromItsKey() {
    String key = Records.RUN + "/trial-0007";
    assertThat(trials.of(letter(topics.voxelVectors().name(), key, new byte[0])))
        .hasValue(new TrialKey(Records.RUN, 7));
  }

  @Test
  void shouldFindNoTrialInAnEventThatCannotBeRead() {
    assertThat(trials.of(letter(topics.events().name(), Records.RUN, new byte[] {1}))).isEmpty();
  }

  @Test
  void shouldFindNoTrialInAVolume() {
    assertThat(trials.of(letter(topics.volumes().name(), Records.RUN, new byte[0]))).isEmpty();
  }

  private static DeadLetter letter(String topic, String key, byte[] value) {
    return DeadLetter.newBuilder(Records.deadLetter("UNDECODABLE"))
        .setTopic(topic)
        .setKey(ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)))
        .setValue(ByteBuffer.wrap(value))
        .build();
  }
}
