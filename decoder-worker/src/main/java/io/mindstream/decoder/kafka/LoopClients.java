package io.mindstream.decoder.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * The Kafka clients of one session of one loop.
 *
 * @param consumer reads the voxel vectors, on the loop's thread
 * @param producer writes images and dead letters in transactions, on the loop's thread
 * @param previews writes previews as well as it can, on the device's thread
 */
record LoopClients(
    Consumer<byte[], byte[]> consumer, Producer<String, byte[]> producer, PreviewPublisher previews)
    implements AutoCloseable {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

  @Override
  public void close() {
    try (previews) {
      producer.close(CLOSE_TIMEOUT);
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
  }
}
