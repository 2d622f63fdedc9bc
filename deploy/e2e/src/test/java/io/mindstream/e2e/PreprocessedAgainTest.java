package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.standalone.cli.Mindstream;
import io.mindstream.standalone.vectors.VectorsFile;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.VectorsDocument;
import io.mindstream.storage.document.VectorsDocument.Refusal;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** The vectors of a recorded run, made again by the command beside the pipeline that made them. */
@Timeout(300)
class PreprocessedAgainTest {

  private static final RunKeys KEYS = RunKeys.of("sub-sim1_task-viewing_run-01");
  private static final String RUN = KEYS.run().toString();
  private static final String RECIPE = "glm(motion=6,components=2)";
  private static final String[] AS_LIVE = {
    "--normalisation",
    RECIPE,
    "--window-delay",
    "2.5s",
    "--revisions",
    "0s,6s",
    "--run-end-revision",
    "--realign",
    "on"
  };

  @TempDir static Path folder;
  private static LivePipeline live;

  @BeforeAll
  static void record() throws Exception {
    Map<String, Object> settings =
        Map.of(
            "mindstream.preprocess.normalisation", RECIPE,
            "mindstream.preprocess.window-delay", "2500ms",
            "mindstream.preprocess.revisions", "0s,6s",
            "mindstream.preprocess.run-end-revision", true,
            "mindstream.preprocess.realign", "on");
    live = LivePipeline.start(LivePipeline.settings(folder, Optional.empty(), settings), folder);
    live.play(LivePipeline.simulation(), Speed.MAX);
    await().atMost(Duration.ofMinutes(2)).until(PreprocessedAgainTest::recorded);
  }

  @AfterAll
  static void end() {
    live.close();
  }

  @Test
  void shouldMakeTheVectorsOfTheTopicsByTheSameRecipe() throws Exception {
    Path out = folder.resolve("as-live");
    assertThat(preprocess(with(AS_LIVE, "--out", out.toString()))).isEqualTo(ExitCode.OK);
    List<VoxelVector> vectors = VectorsFile.read(Files.readAllBytes(out.resolve("vectors.avro")));
    assertThat(timeless(vectors))
        .isEqualTo(timeless(live.records(live.pipeline().topics().voxelVectors())))
        .isNotEmpty();
  }

  @Test
  void shouldLeaveEarlierVersionsAsTheyAre() {
    preprocess(AS_LIVE);
    List<String> before = store().list(KEYS.vectors());
    List<byte[]> contents = before.stream().map(PreprocessedAgainTest::content).toList();
    preprocess("--normalisation", "percent");
    assertThat(before.stream().map(PreprocessedAgainTest::content))
        .containsExactlyElementsOf(contents);
  }

  @Test
  void shouldGiveEachRecipeAVersionThatTheServerShows() {
    preprocess("--normalisation", "running", "--steady-volumes", "120");
    int newest = store().folders(KEYS.vectors()).size();
    VectorsDocument document =
        Documents.read(content(KEYS.vectors(newest) + "vectors.json"), VectorsDocument.class);
    assertThat(document.version() + " " + document.recipe().normalisation())
        .isEqualTo(newest + " running");
  }

  @Test
  void shouldNotWriteOverAFolderOfVectors() {
    String out = folder.resolve("twice").toString();
    preprocess("--out", out);
    assertThat(preprocess("--out", out)).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void shouldSayWhichTrialsHaveNoVector() throws Exception {
    Path out = folder.resolve("late");
    preprocess("--window-delay", untilTheEnd() + "s", "--out", out.toString());
    VectorsDocument document =
        Documents.read(Files.readAllBytes(out.resolve("vectors.json")), VectorsDocument.class);
    assertThat(document.result().refusedTrials())
        .extracting(Refusal::index, Refusal::code)
        .containsExactly(tuple(3, "EVENT_OUTSIDE_RUN"));
  }

  @Test
  void shouldRefuseARecipeThatNoStreamHas() {
    assertThat(preprocess("--normalisation", "training")).isEqualTo(ExitCode.USAGE);
  }

  private static int preprocess(String... options) {
    CommandLine command =
        Mindstream.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(System.err, true));
    String data = folder.resolve("data").toString();
    return command.execute(with(options, "preprocess", "--run", RUN, "--data", data));
  }

  /** From the last trial's onset to the run's end. */
  private static double untilTheEnd() {
    Play play = Recording.of(store(), KEYS.run()).index().plays().get(0);
    double onset =
        live.records(live.pipeline().topics().events()).stream()
            .mapToDouble(StimulusEvent::getOnsetSeconds)
            .max()
            .orElseThrow();
    return play.volumes() * play.repetitionTimeSeconds() - onset;
  }

  /** The command's name leads. */
  private static String[] with(String[] options, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(more));
    all.addAll(Arrays.asList(options));
    return all.toArray(String[]::new);
  }

  private static boolean recorded() {
    return Recording.find(store(), KEYS.run())
        .map(Recording::index)
        .filter(index -> index.plays().stream().allMatch(Play::over))
        .filter(index -> index.records("scanner.events") == 4)
        .filter(index -> index.records("scanner.volumes") == index.plays().get(0).volumes())
        .isPresent();
  }

  private static ObjectStore store() {
    return live.pipeline().bean(ObjectStore.class);
  }

  private static byte[] content(String key) {
    return store().get(key).orElseThrow();
  }

  /** All that a vector says but when it was sent, by trial and answer. */
  private static List<VoxelVector> timeless(List<VoxelVector> vectors) {
    return vectors.stream()
        .map(VoxelVector::newBuilder)
        .map(vector -> vector.setTimes(unsent(vector.getTimes())).build())
        .sorted(
            Comparator.comparing(VoxelVector::getTrialIndex)
                .thenComparing(VoxelVector::getRevision))
        .toList();
  }

  private static StageTimes unsent(StageTimes times) {
    return StageTimes.newBuilder(times).setVectorEmittedAt(Instant.EPOCH).build();
  }
}
