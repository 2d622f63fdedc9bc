package io.mindstream.benchmarks.picture;

import io.mindstream.benchmarks.Quantiles;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.Speed;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.SampleDocument;
import io.mindstream.storage.document.TrialDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From a vector's timestamp to the picture in the browser, the model's own time excluded. */
@Command(
    name = "picture",
    mixinStandardHelpOptions = true,
    description =
        "The whole pipeline in this process with a model that takes almost no time: how long each"
            + " picture takes from its vector's timestamp until a client of the dashboard has it,"
            + " the model's own time excluded; and what the stream's commit interval costs in"
            + " processor time.",
    footer = {
      "",
      "Examples:",
      "  deploy/benchmarks/run picture",
      "  deploy/benchmarks/run picture --seconds 600 --rate 10",
      "  deploy/benchmarks/run picture --commit-interval 20"
    })
public final class PictureCommand implements Callable<Integer> {

  private static final int SIDE = 8;
  private static final int VOXELS = 128;
  private static final RunId RUN = RunId.parse("sub-01_task-train_run-01");
  private static final Duration DRAIN = Duration.ofSeconds(20);

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "120",
      description = "How long, the first 10 s not counted (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "10",
      description = "Pictures a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      description = "Of the preprocess stream (default: its own).")
  private int commitMillis;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path bundle = folder.path().resolve("bundle");
      RandomBundle.create(ModelSize.TINY, VOXELS, 1, null, bundle);
      try (StandalonePipeline pipeline =
          new StandalonePipeline(settings(folder.path().resolve("data"), bundle))) {
        pipeline.start();
        measure(pipeline);
      }
    }
    return 0;
  }

  private StandaloneSettings settings(Path data, Path bundle) {
    StandaloneSettings settings =
        StandaloneSettings.embedded(data)
            .with("mindstream.decoder.bundle", bundle.toString())
            .with("mindstream.decoder.steps", 1)
            .with("mindstream.decoder.sampler", "ddim")
            .with("mindstream.preprocess.window-delay", "0s");
    return commitMillis > 0
        ? settings.with("mindstream.preprocess.commit-interval", commitMillis + "ms")
        : settings;
  }

  private void measure(StandalonePipeline pipeline) throws InterruptedException {
    int trials = seconds * rate;
    try (Browser browser = new Browser(pipeline.dashboard())) {
      long cpu = cpuNanos();
      pipeline
          .bean(BridgeService.class)
          .play(train(trials), PlaybackOptions.at(Speed.REAL_TIME), PlaybackListener.NONE)
          .await();
      Instant end = Instant.now().plus(DRAIN);
      while (browser.loaded().size() < trials && Instant.now().isBefore(end)) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      report(browser.loaded(), pipeline.bean(ObjectStore.class), cpuNanos() - cpu);
    }
  }

  private void report(Map<Integer, Instant> loaded, ObjectStore store, long cpu) {
    List<Double> waits = new ArrayList<>();
    List<Double> models = new ArrayList<>();
    loaded.forEach(
        (trial, at) -> {
          if (trial >= 10 * rate) {
            document(store, trial)
                .ifPresent(
                    document -> {
                      double model = modelMillis(document.samples().get(0));
                      models.add(model);
                      waits.add(millis(document.times().vectorEmittedAt(), at) - model);
                    });
          }
        });
    Quantiles wait = Quantiles.of(waits);
    System.out.printf(
        Locale.ROOT,
        "%d of %d pictures, %d a second; vector to browser without the model: p50 %.0f ms, p90 %.0f"
            + " ms, p99 %.0f ms, longest %.0f ms; the model's own p50 %.0f ms; %.2f cores busy%n",
        loaded.size(),
        seconds * rate,
        rate,
        wait.at(0.5),
        wait.at(0.9),
        wait.at(0.99),
        wait.at(1),
        Quantiles.of(models).at(0.5),
        cpu / 1e9 / seconds);
  }

  private static double modelMillis(SampleDocument sample) {
    return sample.encodeMillis() + sample.sampleMillis() + sample.decodeMillis();
  }

  /** The last ones may be shown before they are stored. */
  private static Optional<TrialDocument> document(ObjectStore store, int trial) {
    String key = new TrialKeys(new TrialKey(RUN.toString(), trial)).document();
    return Documents.find(store, key, TrialDocument.class);
  }

  private TrialTrain train(int trials) {
    Geometry grid =
        Geometry.newBuilder()
            .setNx(SIDE)
            .setNy(SIDE)
            .setNz(SIDE)
            .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
            .setAffine(List.of(3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0))
            .build();
    RoiMask roi =
        RoiMask.newBuilder()
            .setRoiId("sub-01_desc-train")
            .setGeometry(grid)
            .setIndices(IntStream.range(0, VOXELS).boxed().toList())
            .build();
    ByteBuffer voxels = ByteBuffer.allocate(2 * SIDE * SIDE * SIDE);
    return new TrialTrain(
        new RunDescription(RUN, 1.0 / rate, grid, "a train of trials", true),
        roi,
        new VolumeData(StoredVoxels.Type.INT16, 1, 0, voxels),
        trials,
        Duration.ofNanos(Math.round(1e9 / rate)));
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
