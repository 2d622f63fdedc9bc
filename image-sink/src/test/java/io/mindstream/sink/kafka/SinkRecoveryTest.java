package io.mindstream.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.service.ServiceHealth;
import io.mindstream.sink.Records;
import io.mindstream.sink.config.SinkConfig;
import io.mindstream.storage.ForwardingObjectStore;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.S3Server;
import io.mindstream.storage.TrialKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A sink ends between storing and committing; another one goes on. */
@Timeout(120)
class SinkRecoveryTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  private static final int TRIALS = 3;
  private static final int STORED_BEFORE_THE_END = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private S3Server server;
  private SinkTopics kafka;
  private SinkService first;
  private SinkService second;

  @BeforeEach
  void begin() throws Exception {
    server = new S3Server(folder);
    kafka = new SinkTopics(broker.settings());
    kafka.send(
        kafka.topics.images(),
        IntStream.range(0, TRIALS).mapToObj(trial -> Records.image(trial, 0)).toList());
    first = sink("first", new EndingStore(store(), STORED_BEFORE_THE_END));
    second = sink("second", store());
  }

  @AfterEach
  void end() throws Exception {
    first.stop();
    second.stop();
    server.close();
  }

  @Test
  void shouldStoreUnderTheSameKeysWhatWasStoredButNotCommitted() throws Exception {
    first.start();
    await().atMost(PATIENCE).until(() -> first.health() instanceof ServiceHealth.Failed);
    assertThat(objects()).hasSize(STORED_BEFORE_THE_END);
    assertThat(kafka.offset("mindstream-sink", kafka.topics.images())).isZero();

    second.start();
    await()
        .atMost(PATIENCE)
        .until(() -> kafka.offset("mindstream-sink", kafka.topics.images()) >= TRIALS);
    assertThat(objects()).containsExactlyInAnyOrderElementsOf(everything());
  }

  private static List<String> everything() {
    return IntStream.range(0, TRIALS)
        .mapToObj(trial -> new TrialKeys(new TrialKey(Records.RUN, trial)))
        .flatMap(keys -> Stream.of(keys.image(0), keys.document()))
        .toList();
  }

  private List<String> objects() throws Exception {
    Path bucket = folder.resolve("mindstream");
    try (Stream<Path> files = Files.walk(bucket)) {
      return files.filter(Files::isRegularFile).map(f -> bucket.relativize(f).toString()).toList();
    }
  }

  private ObjectStore store() {
    return new S3ObjectStore(server.settings());
  }

  private SinkService sink(String name, ObjectStore store) {
    return SinkService.create(
        broker.settings(),
        new SinkConfig("mindstream-sink", name),
        kafka.topics,
        kafka.registry,
        store,
        (image, at) -> {},
        new SimpleMeterRegistry());
  }

  /** The real store, behind which the program ends after so many objects. */
  private static final class EndingStore extends ForwardingObjectStore {
    private int left;

    private EndingStore(ObjectStore store, int left) {
      super(store);
      this.left = left;
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
      if (left-- == 0) {
        throw new IllegalStateException("the end");
      }
      super.put(key, content, contentType);
    }
  }
}
