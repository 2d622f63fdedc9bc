package io.mindstream.preprocess.kafka;

import io.mindstream.preprocess.intake.LostLetters;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Tells {@link LostLetters} of a dead letter that Kafka refused; whatever else it refuses ends the
 * stream as ever. Kafka Streams makes it by its name, so it must be public.
 */
public final class LetterRefusal extends DefaultProductionExceptionHandler {

  private static final String LOST = LostLetters.class.getName();

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls configure before anything else.
  private LostLetters lost;

  /** The stream's properties, and this as what hears of refusals. */
  static Properties with(Properties stream, LostLetters lost) {
    Properties properties = new Properties();
    properties.putAll(stream);
    properties.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, LetterRefusal.class.getName());
    properties.put(LOST, lost);
    return properties;
  }

  @Override
  public void configure(Map<String, ?> configs) {
    lost = (LostLetters) Objects.requireNonNull(configs.get(LOST), LOST);
  }

  @Override
  public ProductionExceptionHandlerResponse handle(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception refusal) {
    boolean permanent = !(refusal instanceof RetriableException);
    return permanent && lost.note(record.topic(), record.value(), refusal)
        ? ProductionExceptionHandlerResponse.CONTINUE
        : super.handle(context, record, refusal);
  }
}
