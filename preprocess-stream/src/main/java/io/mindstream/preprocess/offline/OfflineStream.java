package io.mindstream.preprocess.offline;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.intake.LostLetters;
import io.mindstream.preprocess.intake.StreamObserver;
import io.mindstream.preprocess.intake.StreamSetting;
import io.mindstream.preprocess.intake.StreamTask;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * The stream on one run whose records are all there: the same task with its stores in memory and
 * its own clock, so the vectors are those of the live stream to the bit. Not thread-safe.
 */
public final class OfflineStream {

  private static final long BEGIN = 0;

  private final Topics topics;
  private final PreprocessConfig config;
  // The task speaks bytes; nobody else reads these.
  private final SchemaRegistry registry = new SchemaRegistry("mock://offline");
  private final Map<String, byte[]> masks = new HashMap<>();
  private final CollectingSinks sinks;
  private final StreamTask task;
  private long offset;

  /**
   * A stream that has read nothing.
   *
   * @param config the settings of the live stream; what they say of Kafka has no effect
   * @param clock the time that vectors say they were made
   */
  public OfflineStream(Topics topics, PreprocessConfig config, InstantSource clock) {
    this.topics = topics;
    this.config = config;
    this.sinks = new CollectingSinks(topics, registry);
    this.task =
        StreamTask.of(
            new StreamSetting(
                topics,
                registry,
                config,
                clock,
                StreamObserver.NONE,
                new LostLetters(topics.deadLetters(), registry)),
            RunStores.inMemory(masks::get, config.heldRecords()),
            sinks);
  }

  /** Takes a mask; that of the run must come before its header. */
  public void mask(RoiMask mask) {
    masks.put(mask.getRoiId(), topics.rois().codec(registry).encode(mask));
  }

  /**
   * Takes a header of the run.
   *
   * @throws io.mindstream.schemas.failure.PipelineException where no run can be of such a header
   */
  public void header(RunHeader header, Instant at) {
    accept(topics.runs(), header.getRunId(), header, at);
  }

  /** Takes a volume of the run, in the order in which the stream would read it. */
  public void volume(BoldVolume volume, Instant at) {
    accept(topics.volumes(), volume.getRunId(), volume, at);
  }

  /** Takes an event of the run. */
  public void event(StimulusEvent event, Instant at) {
    accept(topics.events(), event.getRunId(), event, at);
  }

  /** Ends the run, also one whose end did not come: nothing more is waited for. */
  public OfflineRun end() {
    task.tick(BEGIN + config.waits().retention().toMillis());
    return sinks.collected();
  }

  private <T extends SpecificRecord> void accept(Topic<T> topic, String run, T value, Instant at) {
    task.accept(
        new ScannerRecord(
            new Origin(topic.name(), 0, offset++),
            at.toEpochMilli(),
            BEGIN,
            run.getBytes(StandardCharsets.UTF_8),
            topic.codec(registry).encode(value),
            false));
  }
}
