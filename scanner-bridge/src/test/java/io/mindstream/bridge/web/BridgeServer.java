package io.mindstream.bridge.web;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.bridge.service.TopicContents;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The bridge's HTTP server on a broker, and a client of it. */
record BridgeServer(KafkaSettings kafka, SchemaRegistry registry, ApplicationContext context)
    implements AutoCloseable {

  private static final Topics TOPICS = Topics.withPartitions(2);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What a request brought. */
  record Answer(int status, JsonNode json, @Nullable String retryAfter) {}

  static BridgeServer start(KafkaSettings kafka) {
    return start(kafka, Map.of());
  }

  /** The same with further properties. */
  static BridgeServer start(KafkaSettings kafka, Map<String, Object> properties) {
    SchemaRegistry registry = new SchemaRegistry("mock://bridge-web");
    new TopicAdmin(kafka, registry).prepare(TOPICS);
    return started(kafka, registry, properties);
  }

  /** One that finds no Kafka. */
  static BridgeServer without() {
    return started(
        new KafkaSettings("localhost:1", Map.of()),
        new SchemaRegistry("mock://bridge-web"),
        Map.of());
  }

  /** A second one beside this, on the same topics. */
  BridgeServer another() {
    return started(kafka, registry, Map.of());
  }

  /** Announces a run and waits until the server knows it. */
  Instant begin(String run) {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    header(run, RunState.STARTED, started);
    await()
        .until(
            () ->
                get("/api/runs/" + run)
                    .json()
                    .path("startedAt")
                    .asText()
                    .equals(started.toString()));
    return started;
  }

  void header(String run, RunState state, Instant startedAt) {
    RunHeader header =
        RunHeader.newBuilder()
            .setRunId(run)
            .setState(state)
            .setRepetitionTimeSeconds(2)
            .setGeometry(
                Geometry.newBuilder()
                    .setNx(2)
                    .setNy(2)
                    .setNz(1)
                    .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
                    .setAffine(Collections.nCopies(12, 0.0))
                    .build())
            .setRoiId("V1")
            .setExpectedVolumes(100)
            .setSource("test")
            .setStartedAt(startedAt)
            .build();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            new ClientProperties(kafka).producer("hand"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              TOPICS.runs().name(), run, TOPICS.runs().codec(registry).encode(header)));
    }
  }

  /** The events on the topic. */
  List<StimulusEvent> events(String run) {
    return new TopicContents(kafka, registry).read(TOPICS.events(), run);
  }

  Answer get(String path) {
    return send(request(path).build());
  }

  Answer post(String path, String json) {
    return post(path, json, "application/json", null);
  }

  Answer post(String path, String body, String type, @Nullable String origin) {
    HttpRequest.Builder request =
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    return send(origin == null ? request.build() : request.header("Origin", origin).build());
  }

  @Override
  public void close() {
    context.close();
  }

  private HttpRequest.Builder request(String path) {
    int port = context.getBean(EmbeddedServer.class).getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          new ObjectMapper().readTree(answer.body()),
          answer.headers().firstValue("Retry-After").orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BridgeServer started(
      KafkaSettings kafka, SchemaRegistry registry, Map<String, Object> more) {
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(
                Map.of(
                    "micronaut.server.port",
                    -1,
                    "mindstream.topics.partitions",
                    2,
                    "mindstream.kafka.bootstrap-servers",
                    kafka.bootstrapServers()))
            .properties(more)
            .singletons(registry)
            .start();
    context.getBean(EmbeddedServer.class).start();
    return new BridgeServer(kafka, registry, context);
  }
}
