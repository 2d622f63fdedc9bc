package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A recorded run through the topics: the vectors that come out, and their windows, are those that
 * another program makes of the files at once, with the motion and the spikes that the stream told.
 */
@Timeout(300)
class TopicVectorsReferenceTest {

  private static final int STEADY = 120;
  private static final Map<String, Map<String, Object>> CUTS =
      Map.of(
          "per-event", cut("per-event", Map.of("delay", 5)),
          "fixed", cut("fixed", Map.of("length", 8, "step", 8)),
          "sliding", cut("sliding", Map.of("length", 8, "step", 3)));

  @TempDir static Path folder;
  private static CrowdedFolder recorded;

  @BeforeAll
  static void write() throws Exception {
    ReferencePreprocessing.requireOrSkip();
    recorded = CrowdedFolder.write(folder.resolve("recorded"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "per-event; none; none; 1e-5",
        "fixed; none; none; 1e-5",
        "sliding; percent; percent; 1e-5",
        "per-event; running; running; 1e-5",
        "per-event; denoised(motion=6,components=0,spikes=censor); denoised; 1e-5",
        "per-event; denoised(motion=0,drift=poly2,spikes=keep,overlap=fir); denoised; 1e-5",
        "per-event; glm(motion=0,components=0,spikes=keep); betas; 1e-4",
        "per-event; glm(motion=0,spikes=keep,standard=running); betas; 1e-4",
        "per-event; glm(motion=0,spikes=keep,noise=white,repeats=mean); betas; 1e-4",
        "per-event; glm(motion=0,spikes=keep,standard=running,repeats=mean); betas; 1e-4"
      })
  void shouldBeWhatAnotherProgramMakes(
      String window, String normalisation, String answer, double tolerance) throws Exception {
    Path own = folder.resolve((window + normalisation).replaceAll("[^a-z0-9]", "-"));
    try (LivePipeline live = LivePipeline.start(settings(own, window, normalisation), own)) {
      live.play(BidsReplay.open(recorded.folder(), ReplayOptions.defaults()), Speed.MAX);
      await().atMost(Duration.ofMinutes(1)).until(() -> isOver(live));
      JsonNode reference = ReferencePreprocessing.answer(request(live, window, normalisation));
      requireSame(vectors(live), reference, answer, tolerance);
    }
  }

  private static void requireSame(
      Map<String, VoxelVector> vectors, JsonNode reference, String answer, double tolerance) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < reference.get("asked").size(); i++) {
      JsonNode asked = reference.get("asked").get(i);
      JsonNode values = reference.get(answer).get(i);
      if (!values.isNull()) {
        String name = asked.get("trial").asInt() + "/" + (asked.get("answer").asInt() + 1);
        VoxelVector vector = vectors.get(name);
        assertThat(vector).as(name).isNotNull();
        assertThat(window(vector)).as(name).isEqualTo(window(asked));
        requireNear(vector, values, tolerance);
        if (reference.has("averaged")) {
          int averaged = reference.get("averaged").get(i).asInt();
          assertThat(vector.getTrialsAveraged()).as(name).isEqualTo(averaged);
        }
        made.add(name);
      }
    }
    assertThat(vectors.keySet()).containsExactlyInAnyOrderElementsOf(made);
  }

  private static StandaloneSettings settings(Path own, String window, String normalisation) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("mindstream.preprocess.window", window);
    settings.put("mindstream.preprocess.normalisation", normalisation);
    settings.put("mindstream.preprocess.steady-volumes", STEADY);
    settings.put("mindstream.preprocess.revisions", "0s,5s");
    if (window.equals("sliding")) {
      settings.put("mindstream.preprocess.window-step", "3s");
    }
    return LivePipeline.settings(own, Optional.empty(), settings);
  }

  private static boolean isOver(LivePipeline live) {
    return live.records(live.pipeline().topics().quality()).stream()
        .anyMatch(quality -> quality.getSummary().isPresent());
  }

  /** By trial and revision. */
  private static Map<String, VoxelVector> vectors(LivePipeline live) {
    Map<String, VoxelVector> vectors = new HashMap<>();
    for (VoxelVector vector : live.records(live.pipeline().topics().voxelVectors())) {
      vectors.put(vector.getTrialIndex() + "/" + vector.getRevision(), vector);
    }
    return vectors;
  }

  private static Map<String, Object> request(
      LivePipeline live, String window, String normalisation) {
    List<VolumeQuality> volumes =
        live.records(live.pipeline().topics().quality()).stream()
            .map(ScanQuality::getVolume)
            .flatMap(Optional::stream)
            .toList();
    RoiMask roi = live.records(live.pipeline().topics().rois()).get(0);
    Map<String, Object> request = new HashMap<>();
    request.put("bold", recorded.bold().toString());
    request.put("events", recorded.events().toString());
    request.put("roi", roi.getIndices());
    request.put("steadyVolumes", STEADY);
    request.put("cut", CUTS.get(window));
    request.put("waits", window.equals("per-event") ? List.of(0, 5) : List.of(0));
    request.put("motion", volumes.stream().map(TopicVectorsReferenceTest::motion).toList());
    request.put("spikes", flagged(volumes, "SPIKES", "MOTION"));
    request.put("missing", normalisation.contains("motion=6") ? still(volumes) : List.of());
    if (normalisation.contains("(")) {
      request.put("recipe", normalisation);
    }
    return request;
  }

  private static Map<String, Object> cut(String window, Map<String, Object> of) {
    Map<String, Object> cut = new HashMap<>(of);
    cut.put("window", window);
    cut.putIfAbsent("length", null);
    return cut;
  }

  private static List<Integer> window(VoxelVector vector) {
    return List.of(
        vector.getFirstVolume(), vector.getLastVolume(), vector.getNewestVolume().orElseThrow());
  }

  private static List<Integer> window(JsonNode asked) {
    return List.of(
        asked.get("first").asInt(), asked.get("last").asInt(), asked.get("newest").asInt());
  }

  private static List<Double> motion(VolumeQuality volume) {
    return volume.getMotion().isEmpty() ? List.of(0., 0., 0., 0., 0., 0.) : volume.getMotion();
  }

  private static List<Integer> flagged(List<VolumeQuality> volumes, String... flags) {
    return volumes.stream()
        .filter(volume -> List.of(flags).stream().anyMatch(volume.getFlags()::contains))
        .map(VolumeQuality::getIndex)
        .toList();
  }

  /** Volumes of which no motion is known; a recipe with motion leaves them out. */
  private static List<Integer> still(List<VolumeQuality> volumes) {
    return volumes.stream()
        .filter(volume -> volume.getMotion().isEmpty())
        .map(VolumeQuality::getIndex)
        .toList();
  }

  /** Relative to the vector's largest value. */
  private static void requireNear(VoxelVector vector, JsonNode wanted, double tolerance) {
    double scale =
        IntStream.range(0, wanted.size())
            .mapToDouble(v -> Math.abs(wanted.get(v).asDouble()))
            .max()
            .orElseThrow();
    for (int v = 0; v < wanted.size(); v++) {
      assertThat((double) vector.getValues().get(v))
          .as("trial %d, revision %d, voxel %d", vector.getTrialIndex(), vector.getRevision(), v)
          .isCloseTo(wanted.get(v).asDouble(), within(tolerance * Math.max(1, scale)));
    }
  }
}
