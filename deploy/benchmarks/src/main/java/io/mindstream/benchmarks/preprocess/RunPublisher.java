package io.mindstream.benchmarks.preprocess;

import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.topic.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes runs as a bridge does. */
final class RunPublisher implements AutoCloseable {

  private final StreamPipeline pipeline;
  private final Load load;
  private final SimulatedScans scans;
  private final List<String> runs;
  private final KafkaProducer<String, byte[]> producer;

  /**
   * Scans what is to be published; nothing is sent.
   *
   * @param name of the task in the runs' ids, which no other load has
   */
  RunPublisher(StreamPipeline pipeline, Load load, String name) {
    this.pipeline = pipeline;
    this.load = load;
    this.scans = SimulatedScans.of(load.shape());
    this.runs =
        IntStream.rangeClosed(1, load.runs())
            .mapToObj(run -> "sub-01_task-%s_run-%d".formatted(name, run))
            .toList();
    this.producer =
        new KafkaProducer<>(
            new ClientProperties(pipeline.kafka()).producer("scanner"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The runs' headers, their ROI and their events, on which nothing waits afterwards. */
  void begin(boolean withEvents) {
    RoiMask roi =
        RoiMask.newBuilder()
            .setRoiId(runs.get(0))
            .setGeometry(geometry())
            .setIndices(Arrays.stream(scans.roi(load.voxels())).boxed().toList())
            .build();
    send(pipeline.topics().rois(), roi.getRoiId(), roi);
    for (String run : runs) {
      send(pipeline.topics().runs(), run, header(run));
      for (int trial = 0; withEvents && trial < load.trials(); trial++) {
        send(pipeline.topics().events(), run, event(run, trial));
      }
    }
    producer.flush();
  }

  /** Every volume, the runs by turns, as fast as they go. */
  void volumes() {
    for (int volume = 0; volume < load.volumes(); volume++) {
      volume(volume);
    }
    producer.flush();
  }

  /** Every volume at its time. */
  void volumesInTime() throws InterruptedException {
    long begun = System.nanoTime();
    for (int volume = 0; volume < load.volumes(); volume++) {
      long due = begun + Math.round(1e9 * volume * load.tr());
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      volume(volume);
    }
    producer.flush();
  }

  private void volume(int index) {
    for (String run : runs) {
      send(pipeline.topics().volumes(), run, scans.record(run, index, load.tr()));
    }
  }

  private <T extends SpecificRecord> void send(Topic<T> topic, String key, T value) {
    byte[] bytes = topic.codec(pipeline.registry()).encode(value);
    producer.send(
        new ProducerRecord<>(topic.name(), key, bytes),
        (place, failure) -> {
          if (failure != null) {
            throw new IllegalStateException("a record was not taken", failure);
          }
        });
  }

  private RunHeader header(String run) {
    return RunHeader.newBuilder()
        .setRunId(run)
        .setState(RunState.STARTED)
        .setRepetitionTimeSeconds(load.tr())
        .setGeometry(geometry())
        .setRoiId(runs.get(0))
        .setExpectedVolumes(load.volumes())
        .setSource("benchmark")
        .setStartedAt(Instant.EPOCH)
        .build();
  }

  private StimulusEvent event(String run, int trial) {
    double onset = trial * Load.VOLUMES_A_TRIAL * load.tr();
    return StimulusEvent.newBuilder()
        .setRunId(run)
        .setTrialIndex(trial)
        .setOnsetSeconds(onset)
        .setDurationSeconds(2 * load.tr())
        .setTrialType("face")
        .setOccurredAt(Instant.EPOCH.plusNanos(Math.round(1e9 * onset)))
        .build();
  }

  private Geometry geometry() {
    double mm = SimulatedScans.FIELD_MM / load.shape().nx();
    return Geometry.newBuilder()
        .setNx(load.shape().nx())
        .setNy(load.shape().ny())
        .setNz(load.shape().nz())
        .setVoxelSizeMm(List.of(mm, mm, mm))
        .setAffine(AnalyticHead.grid(load.shape(), mm).affine().rows())
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
