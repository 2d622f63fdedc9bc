package io.mindstream.sink.recorder;

import static java.util.Objects.requireNonNull;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.serde.WireFormat;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics that are recorded, and what is asked of each of their records. */
final class RecordedTopics {

  private static final String RUN_ID = "runId";

  private final SchemaRegistry registry;
  private final Map<String, AvroCodec<?>> codecs = new LinkedHashMap<>();

  RecordedTopics(Topics topics, SchemaRegistry registry) {
    this.registry = registry;
    Stream.of(
            topics.runs(),
            topics.volumes(),
            topics.events(),
            topics.voxelVectors(),
            topics.quality(),
            topics.images())
        .forEach((Topic<?> topic) -> codecs.put(topic.name(), topic.codec(registry)));
  }

  List<String> names() {
    return List.copyOf(codecs.keySet());
  }

  /**
   * What is to be recorded of a record.
   *
   * @throws PipelineException where it cannot be read or names no run; what is read is known to be
   *     readable in a recording too
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  RunRecord read(ConsumerRecord<String, byte[]> record) {
    SpecificRecord value = requireNonNull(codecs.get(record.topic())).decode(record.value());
    Schema written = registry.byId(WireFormat.schemaId(record.value()));
    Optional<RunHeader> header =
        value instanceof RunHeader run ? Optional.of(run) : Optional.empty();
    return new RunRecord(record, runOf(value), written, header);
  }

  private static RunId runOf(SpecificRecord value) {
    try {
      return RunId.parse((String) value.get(value.getSchema().getField(RUN_ID).pos()));
    } catch (IllegalArgumentException e) {
      throw new PipelineException(FailureCode.INVALID_RECORD, String.valueOf(e.getMessage()));
    }
  }
}
