package io.mindstream.standalone.letters;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** What the record in a dead letter says, field by field, for people and for JSON. */
public final class LetterText {

  private static final int FEW = 16;

  private final Topics topics;
  private final SchemaRegistry registry;

  /** Reads records of the catalogue's topics. */
  public LetterText(Topics topics, SchemaRegistry registry) {
    this.topics = topics;
    this.registry = registry;
  }

  /** The fields by name; pictures, voxels and long lists by their size. Empty where unreadable. */
  public Map<String, Object> fields(DeadLetter letter) {
    return topics.all().stream()
        .filter(topic -> topic.name().equals(letter.getTopic()))
        .findFirst()
        .flatMap(topic -> letter.getValue().flatMap(value -> decode(topic, value)))
        .map(LetterText::fields)
        .orElse(Map.of());
  }

  private Optional<SpecificRecord> decode(Topic<?> topic, ByteBuffer value) {
    try {
      return Optional.of(topic.codec(registry).decode(value));
    } catch (PipelineException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> fields(SpecificRecord record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      fields.put(field.name(), plain(record.get(field.pos())));
    }
    return fields;
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.<Object>map(LetterText::plain).orElse("none");
    }
    if (value instanceof ByteBuffer bytes) {
      return bytes.remaining() + " bytes";
    }
    if (value instanceof Collection<?> items && items.size() > FEW) {
      return items.size() + " items";
    }
    if (value instanceof SpecificRecord record) {
      return fields(record);
    }
    boolean known = value instanceof Number || value instanceof Boolean;
    return known && !(value instanceof Instant) ? value : String.valueOf(value);
  }
}
