package io.mindstream.benchmarks.preprocess;

import io.mindstream.benchmarks.Quantiles;
import io.mindstream.benchmarks.preprocess.Follower.Seen;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.kafka.PreprocessService;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.serde.AvroCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** From a volume's timestamp to the vector that it completes, a vector each volume. */
record StreamLatency(StreamPipeline pipeline, int rate, int seconds) {

  private static final int WARM_UP_SECONDS = 5;

  void print(String shape, int voxels, PreprocessConfig config) throws InterruptedException {
    Duration tr = Duration.ofMillis(1000 / rate);
    Load load =
        Load.of(shape, voxels, 1, rate * (WARM_UP_SECONDS + seconds)).withTr(tr.toMillis() / 1e3);
    PreprocessService service =
        pipeline.service(config.with(new WindowMode.Fixed(tr), config.method()));
    try (Follower vectors = new Follower(pipeline, pipeline.topics().voxelVectors().name());
        RunPublisher publisher =
            new RunPublisher(pipeline, load, "latency" + config.realign().name())) {
      service.start();
      publisher.begin(false);
      publisher.volumesInTime();
      List<Seen> all = vectors.await(load.allVolumes());
      report(all.subList(rate * WARM_UP_SECONDS, all.size()), config);
    } finally {
      service.stop();
    }
  }

  private void report(List<Seen> vectors, PreprocessConfig config) {
    AvroCodec<VoxelVector> codec = pipeline.topics().voxelVectors().codec(pipeline.registry());
    System.out.printf(
        "latency, realign %s, %d volumes at %d a second, ms:%n",
        config.realign(), vectors.size(), rate);
    line(
        "vector made", vectors, seen -> codec.decode(seen.value()).getTimes().getVectorEmittedAt());
    line("vector committed and read", vectors, Seen::at);
  }

  private static void line(String what, List<Seen> vectors, Function<Seen, Instant> end) {
    Quantiles millis =
        Quantiles.of(
            vectors.stream()
                .map(seen -> Duration.between(seen.timestamp(), end.apply(seen)).toNanos() / 1e6)
                .toList());
    System.out.printf(
        "  volume's timestamp to %s: p50 %.0f, p99 %.0f, longest %.0f%n",
        what, millis.at(0.5), millis.at(0.99), millis.at(1));
  }
}
