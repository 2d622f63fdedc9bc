package io.mindstream.benchmarks.preprocess;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The preprocess stream: arithmetic, throughput beside bare clients, latency, growth. */
@Command(
    name = "preprocess",
    mixinStandardHelpOptions = true,
    description =
        "The preprocess stream on volumes of 104x104x72 and 5000 ROI voxels: what a volume costs"
            + " without Kafka (JMH); volumes a second beside bare clients that read and write the"
            + " same bytes, on a broker in this process; time from volume to vector; growth.",
    footer = {
      "",
      "Examples:",
      "  deploy/benchmarks/run preprocess",
      "  deploy/benchmarks/run preprocess --quick",
      "  deploy/benchmarks/run preprocess --parts throughput --realign watch,on",
      "  deploy/benchmarks/run preprocess --parts growth --plot growth.png"
    })
public final class PreprocessCommand implements Callable<Integer> {

  private enum Part {
    ARITHMETIC,
    THROUGHPUT,
    LATENCY,
    GROWTH
  }

  private static final String SHAPE = "104x104x72";
  private static final int VOXELS = 5000;
  private static final int LATENCY_RATE = 20;

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      defaultValue = "arithmetic,throughput,latency,growth",
      description = "What is measured: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Part> parts = List.of();

  @Option(
      names = "--realign",
      split = ",",
      paramLabel = "MODE",
      defaultValue = "off",
      description = "Of throughput and latency: ${COMPLETION-CANDIDATES} (default: off).")
  private List<Realign> realign = List.of();

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      defaultValue = "preprocess-growth.png",
      description = "Where growth is drawn, as PNG (default: ${DEFAULT-VALUE}).")
  private Path plot = Path.of("");

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      description = "Of the stream (default: its own).")
  private int commitMillis;

  @Option(names = "--quick", description = "A fifth of the volumes: a minute, less exact.")
  private boolean quick;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (parts.contains(Part.ARITHMETIC)) {
      new ArithmeticTimes(quick ? 1 : 4).print();
    }
    try (TemporaryFolder folder = TemporaryFolder.create();
        StreamPipeline pipeline = new StreamPipeline(folder.path())) {
      measure(pipeline);
    }
    return 0;
  }

  private void measure(StreamPipeline pipeline) throws IOException, InterruptedException {
    StreamPass pass = new StreamPass(pipeline);
    for (Realign mode : realign) {
      if (parts.contains(Part.THROUGHPUT)) {
        throughput(pass, config(mode));
      }
      if (parts.contains(Part.LATENCY)) {
        new StreamLatency(pipeline, LATENCY_RATE, quick ? 5 : 30)
            .print(SHAPE, VOXELS, config(mode));
      }
    }
    if (parts.contains(Part.GROWTH)) {
      new StreamGrowth(pass, config(Realign.OFF), quick ? 2 : 10).run(plot);
    }
  }

  /** The first pass warms up. */
  private void throughput(StreamPass pass, PreprocessConfig config) throws InterruptedException {
    Load load = Load.of(SHAPE, VOXELS, 1, quick ? 40 : 200);
    pass.of(load, config);
    StreamPass.Both both = pass.of(load, config);
    System.out.printf(
        "throughput, realign %s, volumes a second: stream %.1f; bare clients that write rows %.1f,"
            + " ratio %.2f; that write volumes %.1f, ratio %.2f%n",
        config.realign(),
        both.stream().rate(),
        both.rows().rate(),
        both.ratioToRows(),
        both.volumes().rate(),
        both.ratioToVolumes());
  }

  private PreprocessConfig config(Realign mode) {
    PreprocessConfig usual = PreprocessConfig.DEFAULT.with(mode);
    PreprocessConfig running = usual.with(usual.windows(), VectorMethod.of("running", 120));
    return commitMillis > 0 ? running.with(committing(running.engine())) : running;
  }

  private Engine committing(Engine usual) {
    return new Engine(
        usual.applicationId(),
        usual.stateDir(),
        Duration.ofMillis(commitMillis),
        usual.threads(),
        usual.bufferedRecords(),
        usual.closeTimeout());
  }
}
