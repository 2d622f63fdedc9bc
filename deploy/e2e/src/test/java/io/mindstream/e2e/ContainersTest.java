package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mindstream.bridge.source.Speed;
import io.mindstream.standalone.demo.SessionSummary;
import io.mindstream.standalone.pipeline.ExternalServers;
import io.mindstream.standalone.pipeline.Ports;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The services against a broker, a registry and an object store in containers. */
@Tag("docker")
class ContainersTest {

  private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");
  private static final DockerImageName REGISTRY =
      DockerImageName.parse("quay.io/apicurio/apicurio-registry:3.0.9");
  private static final DockerImageName S3 =
      DockerImageName.parse("andrewgaul/s3proxy:s3proxy-2.9.0");

  @TempDir Path folder;

  @BeforeEach
  void requireDocker() {
    boolean answers = DockerClientFactory.instance().isDockerAvailable();
    if (!answers) {
      System.out.println("ContainersTest: no Docker engine answers, skipped");
    }
    assumeTrue(answers, "no Docker engine answers, skipped");
  }

  @Test
  void shouldDecodeASessionThroughContainers() throws Exception {
    try (KafkaContainer kafka =
            new KafkaContainer(KAFKA)
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", "17000000")
                .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", "17000000");
        GenericContainer<?> registry = new GenericContainer<>(REGISTRY).withExposedPorts(8080);
        GenericContainer<?> s3 =
            new GenericContainer<>(S3)
                .withEnv("S3PROXY_AUTHORIZATION", "none")
                .withExposedPorts(80)) {
      kafka.start();
      registry.start();
      s3.start();
      ExternalServers external =
          new ExternalServers(
              Optional.of(kafka.getBootstrapServers()),
              Optional.of(url(registry, 8080) + "/apis/ccompat/v7"),
              Optional.of(url(s3, 80)));
      StandaloneSettings settings =
          new StandaloneSettings(
              folder.resolve("data"), Ports.anyFree(), external, LivePipeline.ANY_KEYS);
      try (LivePipeline live = LivePipeline.start(settings, folder, 128, () -> {})) {
        SessionSummary summary = live.play(LivePipeline.simulation(), Speed.MAX);
        assertThat(summary.images()).isEqualTo(4);
      }
    }
  }

  private static String url(GenericContainer<?> container, int port) {
    return "http://" + container.getHost() + ":" + container.getMappedPort(port);
  }
}
