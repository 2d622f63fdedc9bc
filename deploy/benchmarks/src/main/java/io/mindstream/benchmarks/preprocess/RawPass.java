package io.mindstream.benchmarks.preprocess;

import io.mindstream.schemas.kafka.ClientProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Volumes read and something written for each, by bare clients with the stream's settings. */
record RawPass(StreamPipeline pipeline) {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Where the next volume will lie. */
  long end() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(List.of(volumes()));
      consumer.seekToEnd(List.of(volumes()));
      return consumer.position(volumes());
    }
  }

  /**
   * Reads volumes.
   *
   * @param from offset of the first
   * @param written what is written for a volume
   */
  Progress pass(long from, int count, UnaryOperator<byte[]> written) {
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      consumer.assign(List.of(volumes()));
      consumer.seek(volumes(), from);
      int read = 0;
      while (read < count) {
        for (var volume :
            consumer.poll(POLL).records(volumes()).stream().limit(count - read).toList()) {
          byte[] value = written.apply(volume.value());
          Future<RecordMetadata> unused = // what is not taken is missing from the list
              producer.send(
                  new ProducerRecord<>(StreamPipeline.RAW, volume.key(), value),
                  (place, failure) -> note(failure, done));
          read++;
        }
      }
      producer.flush();
    }
    if (done.size() != count) {
      throw new IllegalStateException("%d of %d copies were taken".formatted(done.size(), count));
    }
    return Progress.of(done);
  }

  private static void note(@Nullable Exception failure, List<Long> done) {
    if (failure == null) {
      done.add(System.nanoTime());
    }
  }

  private TopicPartition volumes() {
    return new TopicPartition(pipeline.topics().volumes().name(), 0);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        new ClientProperties(pipeline.kafka()).reader("raw"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        new ClientProperties(pipeline.kafka()).producer("raw"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
