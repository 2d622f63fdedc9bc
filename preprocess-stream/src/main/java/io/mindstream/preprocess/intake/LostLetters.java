package io.mindstream.preprocess.intake;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records whose dead letter Kafka refused, for example since its topic was set up for smaller ones.
 * A refusal ends the transaction that the letter was in, and the transaction's records are read
 * again: then no letter of such a record is sent. It is remembered until the service ends.
 */
public final class LostLetters {

  private static final Logger LOG = LoggerFactory.getLogger(LostLetters.class);

  private final String topic;
  private final AvroCodec<DeadLetter> codec;
  private final Set<Origin> origins = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> news = new AtomicReference<>();

  /** None so far. */
  public LostLetters(Topic<DeadLetter> topic, SchemaRegistry registry) {
    this.topic = topic.name();
    this.codec = topic.codec(registry);
  }

  /**
   * Notes a record that Kafka refused.
   *
   * @param to the topic that refused it
   * @param value the record's value, encoded
   * @return false where it is no dead letter
   */
  public boolean note(String to, byte[] value, Exception refusal) {
    if (!to.equals(topic)) {
      return false;
    }
    DeadLetter letter = codec.decode(value);
    Origin origin = new Origin(letter.getTopic(), letter.getPartition(), letter.getOffset());
    origins.add(origin);
    String why = "the dead letter of " + origin + " was refused: " + refusal.getMessage();
    news.set(why);
    LOG.error(
        "{}; its record is given up without one, since {}: {}",
        why,
        letter.getCode(),
        letter.getMessage());
    return true;
  }

  /** Whether no letter is to be sent of a record. */
  boolean contains(Origin origin) {
    return origins.contains(origin);
  }

  /** The latest refusal, once. */
  public Optional<String> takeNews() {
    return Optional.ofNullable(news.getAndSet(null));
  }
}
