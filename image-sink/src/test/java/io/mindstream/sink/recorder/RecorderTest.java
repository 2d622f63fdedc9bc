package io.mindstream.sink.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.service.ServiceHealth;
import io.mindstream.sink.api.Quality;
import io.mindstream.sink.config.RecorderConfig;
import io.mindstream.sink.history.RecordedQuality;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.S3Server;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records runs from a real broker to a real S3 server. */
@Timeout(180)
class RecorderTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of today: Kafka's clean-up would take older records away in mid-test. */
  private static final Instant DAWN =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(3));

  @TempDir Path folder;
  private final String group = UUID.randomUUID().toString();
  private S3Server server;
  private RecorderTopics kafka;
  private ObjectStore store;
  private final List<RecorderService> started = new ArrayList<>();

  @BeforeEach
  void begin() throws Exception {
    server = new S3Server(Files.createDirectory(folder.resolve("objects")));
    store = new S3ObjectStore(server.settings());
    kafka = new RecorderTopics(broker.settings());
  }

  @AfterEach
  void end() throws Exception {
    started.forEach(RecorderService::stop);
    kafka.close();
    store.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldRecordEachRecordOnceHoweverOftenItEnds(long seed) {
    Random random = new Random(seed);
    String subject = "sub-kill" + seed;
    for (int run = 1; run <= 3; run++) {
      kafka.play(subject + "_task-viewing_run-0" + run, DAWN.plusSeconds(1000L * run), 16);
    }
    for (int kill = 0; kill < 5; kill++) {
      RecorderService killed = start(new BreakingStore(store, random, 12), small());
      await()
          .atMost(PATIENCE)
          .until(() -> killed.health() instanceof ServiceHealth.Failed || complete());
      killed.stop();
    }
    RecorderService last = start(store, small());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(new TreeSet<>(recorded()))
                    .as(() -> last.health().describe())
                    .isEqualTo(kafka.places()));
    assertThat(recorded()).doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepWholeARunThatIsRecordedInTheMiddleOfAnother() {
    String first = "sub-middle_task-viewing_run-01";
    String second = "sub-middle_task-viewing_run-02";
    kafka.begin(first, DAWN);
    kafka.volume(first, DAWN, 0);
    kafka.play(second, DAWN.plusSeconds(100), 8);
    RecorderService stopped = start(store, small());
    await().atMost(PATIENCE).until(() -> volumes(second) == 8);
    stopped.stop();
    kafka.volume(first, DAWN, 1);
    kafka.end(first, DAWN, 2);
    start(store, small());
    await().atMost(PATIENCE).until(() -> volumes(first) == 2);
    assertThat(volumes(second)).isEqualTo(8);
  }

  @Test
  void shouldKeepBothPlaysOfARunThatWasPlayedTwice() {
    String run = "sub-twice_task-viewing_run-01";
    kafka.play(run, DAWN, 12);
    kafka.play(run, DAWN.plusSeconds(5000), 8);
    start(store, small());
    await().atMost(PATIENCE).until(() -> volumes(run) == 20 && playsOver(run) == 2);
    Recording recording = Recording.of(store, RunId.parse(run));
    assertThat(count(recording, 1)).isEqualTo(12);
    assertThat(count(recording, 2)).isEqualTo(8);
    assertThat(recording.play(Optional.empty()).startedAt()).isEqualTo(DAWN);
  }

  @Test
  void shouldTellTheQualityOfTheNewestPlayOfARun() {
    String run = "sub-good_task-viewing_run-01";
    Instant again = DAWN.plusSeconds(5000);
    kafka.play(run, DAWN, 4);
    kafka.quality(run, DAWN, 0, 0.7);
    kafka.play(run, again, 4);
    kafka.quality(run, again, 0, 0.1);
    kafka.quality(run, again, 1, 0.2);
    start(store, small());
    RecordedQuality quality = new RecordedQuality(store, kafka.topics.quality(), () -> true);
    await().atMost(PATIENCE).until(() -> quality.of(run).size() == 2);
    assertThat(quality.of(run))
        .extracting(Quality::framewiseDisplacement)
        .containsExactly(0.1, 0.2);
  }

  @Test
  void shouldTellNoQualityOfARunThatWasNotRecorded() {
    assertThat(
            new RecordedQuality(store, kafka.topics.quality(), () -> true)
                .of("sub-none_task-viewing"))
        .isEmpty();
  }

  /** The mask's file may be stored after the volumes'. */
  private List<String> masks(String run) {
    List<String> ids = new ArrayList<>();
    try (var masks = Recording.of(store, RunId.parse(run)).all(kafka.topics.rois())) {
      masks.forEachRemaining(mask -> ids.add(mask.value().getRoiId()));
    }
    return ids;
  }

  @Test
  void shouldRecordTheMaskThatTheHeaderNames() {
    String run = "sub-mask_task-viewing_run-01";
    kafka.play(run, DAWN, 4);
    start(store, small());
    await().atMost(PATIENCE).until(() -> volumes(run) == 4 && !masks(run).isEmpty());
    assertThat(masks(run)).containsExactly("V1");
  }

  @Test
  void shouldLeaveOutWhatNoReaderCouldRead() {
    String run = "sub-broken_task-viewing_run-01";
    kafka.begin(run, DAWN);
    kafka.sendBroken(kafka.topics.volumes());
    kafka.volume(run, DAWN, 1);
    kafka.end(run, DAWN, 1);
    start(store, small());
    await().atMost(PATIENCE).until(() -> volumes(run) == 1);
    assertThat(count(Recording.of(store, RunId.parse(run)), 1)).isEqualTo(1);
  }

  @Test
  void shouldWaitForAStoreThatIsAway() throws Exception {
    String run = "sub-away_task-viewing_run-01";
    server.stop();
    kafka.play(run, DAWN, 8);
    RecorderService recorder = start(store, small());
    await().atMost(PATIENCE).until(() -> recorder.health() instanceof ServiceHealth.Waiting);
    await()
        .atMost(PATIENCE)
        .until(() -> recorder.health().describe().contains("mindstream.sink.s3.endpoint"));
    server.start();
    await().atMost(PATIENCE).until(() -> volumes(run) == 8);
  }

  private RecorderService start(ObjectStore where, RecorderConfig config) {
    KafkaSettings settings = broker.settings();
    RecorderService service =
        new RecorderService(
            settings, kafka.registry, kafka.topics, config, where, new SimpleMeterRegistry());
    started.add(service);
    service.start();
    return service;
  }

  /** Files of a few records. */
  private RecorderConfig small() {
    return new RecorderConfig(
        true, 0.001, Duration.ofMillis(300), Duration.ofSeconds(1), folder.resolve("files"), group);
  }

  private boolean complete() {
    return new TreeSet<>(recorded()).equals(kafka.places());
  }

  private int volumes(String run) {
    return (int)
        Recording.find(store, RunId.parse(run))
            .map(recording -> recording.index().records(kafka.topics.volumes().name()))
            .orElse(0L)
            .longValue();
  }

  /** The file with the headers may be stored after the volumes'. */
  private long playsOver(String run) {
    return Recording.of(store, RunId.parse(run)).index().plays().stream()
        .filter(RecordingIndex.Play::over)
        .count();
  }

  private int count(Recording recording, int play) {
    int count = 0;
    try (var volumes = recording.of(recording.play(Optional.of(play)), kafka.topics.volumes())) {
      while (volumes.hasNext()) {
        volumes.next();
        count++;
      }
    }
    return count;
  }

  /** The place of each record of each part of each recording, without dropping any. */
  private List<String> recorded() {
    List<String> places = new ArrayList<>();
    for (RecordingIndex index : Recording.all(store)) {
      Recording recording = Recording.of(store, RunId.parse(index.runId()));
      kafka.recorded().forEach(topic -> add(recording, topic, places));
    }
    return places;
  }

  private static <T extends SpecificRecord> void add(
      Recording recording, Topic<T> topic, List<String> places) {
    try (var records = recording.all(topic)) {
      records.forEachRemaining(
          record ->
              places.add(
                  RecorderTopics.place(
                      topic.name(), record.place().partition(), record.place().offset())));
    }
  }
}
