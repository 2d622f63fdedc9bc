package io.mindstream.schemas.serde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AvroCodec} as Kafka's serde. Null values stay null.
 *
 * @param <T> the generated record
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

  private final AvroCodec<T> codec;

  /** The serde of a codec. */
  public AvroSerde(AvroCodec<T> codec) {
    this.codec = codec;
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> encode(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> decode(bytes);
  }

  @SuppressWarnings("NullAway") // Kafka hands null for a tombstone and takes it back.
  private byte[] encode(@Nullable T value) {
    return value == null ? null : codec.encode(value);
  }

  @SuppressWarnings("NullAway") // Kafka hands null for a tombstone and takes it back.
  private T decode(byte @Nullable [] bytes) {
    return bytes == null ? null : codec.decode(bytes);
  }
}
