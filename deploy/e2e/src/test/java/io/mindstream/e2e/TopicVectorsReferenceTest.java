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
import io.mindstream.testing.SharedData;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
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
 * A recorded run through the topics: the vectors that come out are those that another program makes
 * of the file at once, with the motion and the spikes that the stream told.
 */
@Timeout(300)
class TopicVectorsReferenceTest {

  private static final String NAME = "sub-1_task-objectviewing_run-01";
  private static final int STEADY = 120;
  private static final int TRIALS = 8;

  @TempDir static Path folder;
  private static Path haxby;

  @BeforeAll
  static void find() throws Exception {
    ReferencePreprocessing.requireOrSkip();
    haxby = SharedData.of("data/haxby");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "none; none; 1e-5",
        "running; running; 1e-5",
        "percent; percent; 1e-5",
        "denoised(motion=6,components=0,spikes=censor); denoised; 1e-5",
        "glm(motion=0,components=0,spikes=keep); betas; 1e-4"
      })
  void shouldBeWhatAnotherProgramMakes(String normalisation, String answer, double tolerance)
      throws Exception {
    Map<String, Object> settings =
        Map.of(
            "mindstream.preprocess.normalisation", normalisation,
            "mindstream.preprocess.steady-volumes", STEADY,
            "mindstream.preprocess.revisions", "0s,5s");
    Path own = folder.resolve(answer);
    try (LivePipeline live =
        LivePipeline.start(LivePipeline.settings(own, Optional.empty(), settings), own)) {
      live.play(
          BidsReplay.open(haxby, ReplayOptions.defaults().withRuns(List.of("01"))), Speed.MAX);
      await().atMost(Duration.ofMinutes(1)).until(() -> vectors(live).size() == 2 * TRIALS);
      List<VoxelVector> vectors = vectors(live);
      JsonNode answers =
          ReferencePreprocessing.answer(request(live, normalisation, vectors)).get(answer);
      for (int i = 0; i < vectors.size(); i++) {
        requireNear(vectors.get(i), answers.get(i), tolerance);
      }
    }
  }

  private static List<VoxelVector> vectors(LivePipeline live) {
    return live.records(live.pipeline().topics().voxelVectors()).stream()
        .sorted(
            Comparator.comparing(VoxelVector::getTrialIndex)
                .thenComparing(VoxelVector::getRevision))
        .toList();
  }

  private static Map<String, Object> request(
      LivePipeline live, String normalisation, List<VoxelVector> vectors) {
    List<VolumeQuality> volumes =
        live.records(live.pipeline().topics().quality()).stream()
            .map(ScanQuality::getVolume)
            .flatMap(Optional::stream)
            .toList();
    RoiMask roi = live.records(live.pipeline().topics().rois()).get(0);
    Map<String, Object> request = new HashMap<>();
    request.put("bold", haxby.resolve(NAME + "_bold.nii.gz").toString());
    request.put("events", haxby.resolve(NAME + "_events.tsv").toString());
    request.put("roi", roi.getIndices());
    request.put("steadyVolumes", STEADY);
    request.put("motion", volumes.stream().map(TopicVectorsReferenceTest::motion).toList());
    request.put("spikes", flagged(volumes, "SPIKES", "MOTION"));
    request.put("missing", normalisation.contains("motion=6") ? still(volumes) : List.of());
    if (normalisation.contains("(")) {
      request.put("recipe", normalisation);
    }
    request.put("windows", vectors.stream().map(TopicVectorsReferenceTest::window).toList());
    request.put(
        "betas",
        vectors.stream()
            .map(v -> Map.of("trial", v.getTrialIndex(), "newest", newest(v)))
            .toList());
    return request;
  }

  private static Map<String, Integer> window(VoxelVector vector) {
    return Map.of(
        "first", vector.getFirstVolume(), "last", vector.getLastVolume(), "newest", newest(vector));
  }

  private static int newest(VoxelVector vector) {
    return vector.getNewestVolume().orElseThrow();
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
