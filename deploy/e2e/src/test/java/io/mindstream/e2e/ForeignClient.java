package io.mindstream.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.standalone.pipeline.ServerAddresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic as a client that knows nothing of this project does, kcat for example: Confluent's
 * header, the schema from the registry's REST API by its id, generic Avro. Nothing of ours is used.
 */
final class ForeignClient {

  private static final int HEADER = 5;

  private final ServerAddresses at;

  ForeignClient(ServerAddresses at) {
    this.at = at;
  }

  /** The first record of a topic. */
  GenericRecord first(String topic) throws IOException, InterruptedException {
    byte[] bytes = firstBytes(topic);
    Schema schema = schema(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
    return new GenericDatumReader<GenericRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
  }

  private byte[] firstBytes(String topic) {
    Map<String, Object> properties = Map.of("bootstrap.servers", at.kafka());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(30))) {
        return record.value();
      }
      throw new IllegalStateException("no record in " + topic);
    }
  }

  private Schema schema(int id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at.registry() + "/schemas/ids/" + id)).build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return new Schema.Parser().parse(new ObjectMapper().readTree(answer).get("schema").asText());
  }
}
