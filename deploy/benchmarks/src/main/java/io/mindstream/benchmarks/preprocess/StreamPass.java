package io.mindstream.benchmarks.preprocess;

import io.mindstream.benchmarks.preprocess.Follower.Seen;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.kafka.PreprocessService;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs that lie in Kafka, read by bare clients and then by the stream, beside nothing else. */
final class StreamPass {

  private final StreamPipeline pipeline;
  private final RawPass raw;
  private final AtomicInteger loads = new AtomicInteger();

  StreamPass(StreamPipeline pipeline) {
    this.pipeline = pipeline;
    this.raw = new RawPass(pipeline);
  }

  /**
   * How fast both were.
   *
   * @param stream the preprocess stream
   * @param rows bare clients that write as many bytes as a row has: what the stream stores
   * @param volumes bare clients that write each volume again
   */
  record Both(Progress stream, Progress rows, Progress volumes) {

    double ratioToRows() {
      return stream.rate() / rows.rate();
    }

    double ratioToVolumes() {
      return stream.rate() / volumes.rate();
    }
  }

  /** Publishes a load, then has it read. */
  Both of(Load load, PreprocessConfig config) throws InterruptedException {
    long from = raw.end();
    try (RunPublisher publisher =
        new RunPublisher(pipeline, load, "load" + loads.incrementAndGet())) {
      publisher.begin(true);
      publisher.volumes();
    }
    byte[] row = new byte[Float.BYTES * (load.voxels() + 256)];
    Progress rows = raw.pass(from, load.allVolumes(), volume -> row.clone());
    Progress volumes = raw.pass(from, load.allVolumes(), volume -> volume);
    return new Both(stream(load, config), rows, volumes);
  }

  private Progress stream(Load load, PreprocessConfig config) throws InterruptedException {
    PreprocessService service = pipeline.service(config);
    try (Follower quality = new Follower(pipeline, pipeline.topics().quality().name())) {
      service.start();
      return Progress.of(quality.await(load.allVolumes()).stream().map(Seen::nanos).toList());
    } finally {
      service.stop();
    }
  }
}
