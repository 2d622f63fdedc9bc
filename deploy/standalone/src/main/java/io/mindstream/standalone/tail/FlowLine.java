package io.mindstream.standalone.tail;

import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes lines of records. */
public final class FlowLine {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final int TOPIC_WIDTH = 23;

  private final Map<String, Function<byte[], SpecificRecord>> codecs = new LinkedHashMap<>();
  private final ZoneId zone;

  /** Lines of the pipeline's records, with the times of a zone. */
  public FlowLine(Topics topics, SchemaRegistry registry, ZoneId zone) {
    topics.all().forEach(topic -> codecs.put(topic.name(), decoder(topic, registry)));
    this.zone = zone;
  }

  private static <T extends SpecificRecord> Function<byte[], SpecificRecord> decoder(
      Topic<T> topic, SchemaRegistry registry) {
    var codec = topic.codec(registry);
    return codec::decode;
  }

  /** Time of acquisition (the record's timestamp), topic, key, size, and what it says. */
  public String of(ConsumerRecord<String, byte[]> record) {
    return String.format(
        Locale.ROOT,
        "%s  %-" + TOPIC_WIDTH + "s  %s  %s  %s",
        TIME.format(Instant.ofEpochMilli(record.timestamp()).atZone(zone)),
        record.topic(),
        record.key() == null ? "-" : record.key(),
        size(record.value()),
        text(record));
  }

  /** The same as fields, for programs. */
  public Map<String, Object> fields(ConsumerRecord<String, byte[]> record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topic", record.topic());
    fields.put("partition", record.partition());
    fields.put("offset", record.offset());
    fields.put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
    fields.put("key", record.key());
    fields.put("bytes", record.value() == null ? 0 : record.value().length);
    fields.put("text", text(record));
    return fields;
  }

  private String text(ConsumerRecord<String, byte[]> record) {
    Function<byte[], SpecificRecord> codec = codecs.get(record.topic());
    if (record.value() == null) {
      return "deleted";
    }
    if (codec == null) {
      return "a topic that is none of the pipeline's";
    }
    try {
      return RecordText.of(codec.apply(record.value()));
    } catch (PipelineException e) {
      return "cannot be read: " + e.getMessage();
    }
  }

  private static String size(byte[] value) {
    int bytes = value == null ? 0 : value.length;
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
