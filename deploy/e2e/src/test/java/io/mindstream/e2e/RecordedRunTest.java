package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.recorded.RecordedFeed;
import io.mindstream.bridge.recorded.RecordedOptions;
import io.mindstream.bridge.recorded.RunExport;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.standalone.demo.DemoSession;
import io.mindstream.standalone.demo.SessionSummary;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run is played, recorded, and played again from its recording. */
@Timeout(300)
class RecordedRunTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final RunId RUN = RunId.parse("sub-sim1_task-viewing_run-01");

  @TempDir static Path folder;
  private static LivePipeline live;

  @BeforeAll
  static void playOnce() throws Exception {
    live = LivePipeline.start(folder);
    live.play(LivePipeline.simulation(), Speed.MAX);
    await().atMost(PATIENCE).until(() -> recorded(RUN));
  }

  @AfterAll
  static void end() {
    live.close();
  }

  @Test
  void shouldMakeTheSameVectorsUnderAnotherName() throws Exception {
    replay(RecordedOptions.of(RUN).as(name("run-11")));
    assertThat(vectors(name("run-11").orElseThrow())).isEqualTo(vectors(RUN)).isNotEmpty();
  }

  @Test
  void shouldMakeTheSamePicturesOfTheSameRun() throws Exception {
    int before = pictures(RUN).size();
    List<ByteBuffer> once = pictures(RUN).subList(0, 4);
    replay(RecordedOptions.of(RUN));
    List<ByteBuffer> all = pictures(RUN);
    assertThat(all.subList(before, all.size())).isEqualTo(once);
  }

  @Test
  void shouldPlayTheLaterTrialsAlone() throws Exception {
    replay(RecordedOptions.of(RUN).from(2).as(name("run-12")));
    assertThat(vectors(name("run-12").orElseThrow())).isEqualTo(vectors(RUN).subList(2, 4));
  }

  @Test
  void shouldMakeTheSameVectorsOfItsExport() throws Exception {
    Path bids = folder.resolve("bids");
    new RunExport(store(), live.pipeline().topics(), RUN, Optional.empty()).bids(bids);
    Feed exported = BidsReplay.open(bids, ReplayOptions.defaults());
    SessionSummary summary =
        new DemoSession(live.pipeline(), counts -> {})
            .play(
                exported,
                new PlaybackOptions(Speed.MAX, Optional.of("export"), Optional.empty()),
                false);
    assertThat(summary.problems()).isEmpty();
    assertThat(vectors(RunId.parse("sub-sim1_ses-export_task-viewing_run-01")))
        .isEqualTo(vectors(RUN));
  }

  @Test
  void shouldPlayARunThatARequestNames() throws Exception {
    RunId as = name("run-13").orElseThrow();
    HttpResponse<String> answer =
        post("/api/v1/runs/" + RUN + "/replay", "{\"speed\": \"max\", \"as\": \"run-13\"}");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains(as.toString());
    await().atMost(PATIENCE).until(() -> vectors(as).equals(vectors(RUN)));
  }

  @Test
  void shouldSayWhichRunsARequestMayName() throws Exception {
    HttpResponse<String> answer = post("/api/v1/runs/sub-none_task-viewing_run-01/replay", "{}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("mindstream sessions");
  }

  @Test
  void shouldRefuseATrialThatTheRunDoesNotHave() throws Exception {
    HttpResponse<String> answer = post("/api/v1/runs/" + RUN + "/replay", "{\"fromTrial\": 99}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("its trials are 0 to 3");
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    URI uri = live.pipeline().dashboard().resolve(path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private static void replay(RecordedOptions options) throws Exception {
    SessionSummary summary =
        live.play(RecordedFeed.open(store(), live.pipeline().topics(), options), Speed.MAX);
    assertThat(summary.problems()).isEmpty();
  }

  private static boolean recorded(RunId run) {
    return Recording.find(store(), run)
        .filter(found -> found.index().plays().stream().allMatch(Play::over))
        .filter(found -> found.index().records(live.pipeline().topics().images().name()) == 4)
        .isPresent();
  }

  private static ObjectStore store() {
    return live.pipeline().bean(ObjectStore.class);
  }

  private static Optional<RunId> name(String run) {
    return Optional.of(RecordedOptions.renamed(RUN, run));
  }

  /** Trial, window and values of each vector, by trial; of a run played twice once. */
  private static List<List<?>> vectors(RunId run) {
    return live.records(live.pipeline().topics().voxelVectors()).stream()
        .filter(vector -> vector.getRunId().equals(run.toString()))
        .map(RecordedRunTest::content)
        .distinct()
        .sorted((a, b) -> Integer.compare((int) a.get(0), (int) b.get(0)))
        .toList();
  }

  private static List<?> content(VoxelVector vector) {
    return List.of(
        vector.getTrialIndex(),
        vector.getFirstVolume(),
        vector.getLastVolume(),
        vector.getTrialType(),
        vector.getValues());
  }

  /** By the time of their decoding, then by trial. */
  private static List<ByteBuffer> pictures(RunId run) {
    return live.records(live.pipeline().topics().images()).stream()
        .filter(image -> image.getRunId().equals(run.toString()))
        .sorted(
            Comparator.comparing((DecodedImage image) -> image.getTimes().getVectorEmittedAt())
                .thenComparing(DecodedImage::getTrialIndex))
        .map(DecodedImage::getPng)
        .toList();
  }
}
