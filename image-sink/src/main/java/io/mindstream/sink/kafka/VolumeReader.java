package io.mindstream.sink.kafka;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.serde.UnknownSchemaException;
import io.mindstream.schemas.serde.WireFormat;
import io.mindstream.schemas.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads volumes without copying their voxels, which are a view of the record's own bytes: up to 16
 * MiB each, of which the dashboard looks at a few thousand. Records of another writer's schema are
 * decoded in the usual way. For one thread.
 */
final class VolumeReader {

  private static final List<String> TYPES = VoxelType.getClassSchema().getEnumSymbols();

  private final AvroCodec<BoldVolume> codec;
  private final SchemaRegistry registry;
  private final Map<Integer, Boolean> ours = new HashMap<>();

  VolumeReader(Topic<BoldVolume> topic, SchemaRegistry registry) {
    this.codec = topic.codec(registry);
    this.registry = registry;
  }

  /**
   * The volume in a record.
   *
   * @throws PipelineException where the bytes hold none
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  BoldVolume read(byte @Nullable [] bytes) {
    if (bytes == null || !WireFormat.isRecord(bytes) || !isOurs(bytes)) {
      return codec.decode(bytes);
    }
    try {
      return view(bytes);
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | ArithmeticException e) {
      throw new PipelineException(FailureCode.UNDECODABLE, "the bytes are no volume: " + e);
    }
  }

  private boolean isOurs(byte[] bytes) {
    int writer = WireFormat.schemaId(bytes);
    Boolean known = ours.get(writer);
    if (known == null) {
      known = isOurs(writer);
      ours.put(writer, known);
    }
    return known;
  }

  private boolean isOurs(int writer) {
    try {
      return registry.byId(writer).equals(BoldVolume.getClassSchema());
    } catch (UnknownSchemaException e) {
      return false; // the codec says so
    }
  }

  /** The fields in the order of the schema. */
  private static BoldVolume view(byte[] bytes) throws IOException {
    BinaryDecoder in =
        DecoderFactory.get()
            .binaryDecoder(
                bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, null);
    BoldVolume.Builder volume =
        BoldVolume.newBuilder()
            .setRunId(in.readString())
            .setIndex(in.readInt())
            .setAcquiredAt(time(in.readLong()))
            .setReceivedAt(time(in.readLong()))
            .setNx(in.readInt())
            .setNy(in.readInt())
            .setNz(in.readInt())
            .setType(VoxelType.valueOf(TYPES.get(in.readEnum())))
            .setSlope(in.readDouble())
            .setIntercept(in.readDouble());
    int length = Math.toIntExact(in.readLong());
    int start = bytes.length - in.inputStream().available();
    return volume.setVoxels(ByteBuffer.wrap(bytes, start, length).slice()).build();
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
