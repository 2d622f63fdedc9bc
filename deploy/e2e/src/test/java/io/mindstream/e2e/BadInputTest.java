package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be used lies whole in the dead letters, and the pipeline goes on. */
class BadInputTest {

  private static final byte[] GARBAGE = "no Avro at all".getBytes(StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static LivePipeline live;

  @BeforeAll
  static void start() {
    StandaloneSettings settings =
        LivePipeline.settings(
            folder, Optional.empty(), Map.of("mindstream.preprocess.roi-wait", "1s"));
    live = LivePipeline.start(settings, folder);
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  /** Whatever came before, a run is decoded as if nothing had happened. */
  @AfterEach
  void shouldStillDecode() throws Exception {
    assertThat(live.play(LivePipeline.simulation().withTrials(1), Speed.MAX).images()).isEqualTo(1);
  }

  static Stream<Topic<?>> consumed() {
    var topics = live.pipeline().topics();
    return Stream.of(
        topics.runs(), topics.volumes(), topics.events(), topics.voxelVectors(), topics.images());
  }

  @ParameterizedTest
  @MethodSource("consumed")
  void shouldKeepBytesThatAreNoRecordWhole(Topic<?> topic) {
    live.send(topic, "somebody", GARBAGE);
    DeadLetter letter = awaitLetter(topic.name(), "UNDECODABLE");
    assertThat(letter.getValue()).hasValue(ByteBuffer.wrap(GARBAGE));
  }

  @Test
  void shouldNameAnRoiThatNobodyPublished() {
    String run = "sub-9_task-noroi_run-1";
    live.send(live.pipeline().topics().runs(), run, header(run));
    live.send(live.pipeline().topics().volumes(), run, volume(run));
    assertThat(awaitLetter(live.pipeline().topics().volumes().name(), "UNKNOWN_ROI").getMessage())
        .contains("nowhere");
  }

  private static DeadLetter awaitLetter(String topic, String code) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> letters(topic, code), found -> !found.isEmpty())
        .get(0);
  }

  private static List<DeadLetter> letters(String topic, String code) {
    return live.records(live.pipeline().topics().deadLetters()).stream()
        .filter(letter -> letter.getTopic().equals(topic) && letter.getCode().equals(code))
        .toList();
  }

  private static RunHeader header(String run) {
    return RunHeader.newBuilder()
        .setRunId(run)
        .setState(RunState.STARTED)
        .setRepetitionTimeSeconds(1)
        .setGeometry(
            Geometry.newBuilder()
                .setNx(2)
                .setNy(1)
                .setNz(1)
                .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
                .setAffine(Collections.nCopies(12, 0.0))
                .build())
        .setRoiId("nowhere")
        .setSource("test")
        .setStartedAt(Instant.now())
        .build();
  }

  private static BoldVolume volume(String run) {
    return BoldVolume.newBuilder()
        .setRunId(run)
        .setIndex(0)
        .setAcquiredAt(Instant.now())
        .setReceivedAt(Instant.now())
        .setNx(2)
        .setNy(1)
        .setNz(1)
        .setType(VoxelType.INT16)
        .setVoxels(ByteBuffer.wrap(new byte[4]))
        .build();
  }
}
