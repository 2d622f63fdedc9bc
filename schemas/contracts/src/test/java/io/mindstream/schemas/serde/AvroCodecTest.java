package io.mindstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroCodecTest {

  private static final SchemaRegistry REGISTRY = new SchemaRegistry("mock://codec");
  private static final AvroCodec<Preview> CODEC = Topics.standard().previews().codec(REGISTRY);
  private static final Preview PREVIEW =
      Preview.newBuilder()
          .setRunId("sub-01_task-x")
          .setTrialIndex(3)
          .setSampleIndex(0)
          .setStep(1)
          .setSteps(20)
          .setPng(ByteBuffer.wrap(new byte[] {1, 2, 3}))
          .build();

  @Test
  void shouldDecodeWhatItEncoded() {
    assertThat(CODEC.decode(CODEC.encode(PREVIEW))).isEqualTo(PREVIEW);
  }

  @Test
  void shouldStartWithAZeroByteAndTheSchemaId() {
    byte[] bytes = CODEC.encode(PREVIEW);
    int id = REGISTRY.register(Topics.standard().previews().subject(), Preview.getClassSchema());
    assertThat(ByteBuffer.wrap(bytes, 0, 5)).isEqualTo(ByteBuffer.allocate(5).putInt(1, id));
  }

  @Property(tries = 500)
  void shouldCallAnyOtherBytesUndecodable(@ForAll @Size(max = 64) byte[] noise) {
    byte[] bytes = Arrays.copyOf(noise, noise.length);
    if (bytes.length > 0) {
      bytes[0] = 1;
    }
    assertUndecodable(bytes);
  }

  @Test
  void shouldCallEveryTruncationUndecodable() {
    byte[] whole = CODEC.encode(PREVIEW);
    for (int length = 0; length < whole.length; length++) {
      assertUndecodable(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFEFFFF0F, 0xFEFFFFFF})
  void shouldNotBelieveALengthThatNoRecordCanHave(int varint) {
    byte[] whole = CODEC.encode(PREVIEW);
    // The last field is its length, a zig-zag varint of one byte here, and three bytes.
    byte[] bytes = Arrays.copyOf(whole, whole.length + 1);
    ByteBuffer.wrap(bytes, whole.length - 4, 5).putInt(varint).put((byte) 0x0F);
    assertUndecodable(bytes);
  }

  @Test
  void shouldCallLeftOverBytesUndecodable() {
    byte[] whole = CODEC.encode(PREVIEW);
    assertUndecodable(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void shouldCallAnUnknownSchemaIdUndecodable() {
    byte[] bytes = CODEC.encode(PREVIEW);
    ByteBuffer.wrap(bytes).putInt(1, 424_242);
    assertUndecodable(bytes);
  }

  @Test
  void shouldSayThatTheRegistryIsDownAndHowToNameAnother() {
    AvroCodec<Preview> codec =
        Topics.standard().previews().codec(new SchemaRegistry("http://localhost:1"));
    assertThatThrownBy(() -> codec.encode(PREVIEW))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("mindstream.registry.url");
  }

  private static void assertUndecodable(byte[] bytes) {
    assertThatThrownBy(() -> CODEC.decode(bytes))
        .isInstanceOfSatisfying(
            PipelineException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.UNDECODABLE));
  }
}
