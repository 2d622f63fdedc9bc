package io.mindstream.bridge.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Publishes runs. Each call returns once its record is acknowledged, so records reach Kafka in the
 * order of the calls: mask, header, volumes and events, end.
 *
 * <p>Every call throws {@link DeliveryException} where Kafka does not take the record, and {@link
 * io.mindstream.schemas.serde.RegistryUnavailableException} where the schema is not known yet and
 * the registry does not answer. For one thread.
 */
public final class RunPublisher implements AutoCloseable {

  private final AckedProducer producer;
  private final Outlet<RoiMask> rois;
  private final Outlet<RunHeader> runs;
  private final Outlet<BoldVolume> volumes;
  private final Outlet<StimulusEvent> events;
  private final Counter publishedVolumes;
  private final Counter publishedBytes;
  private final Timer latency;

  /**
   * A publisher with clients of its own.
   *
   * @param waiting told true when Kafka is late to acknowledge, and false when it is back
   */
  public RunPublisher(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters,
      Consumer<Boolean> waiting) {
    this.producer = new AckedProducer(kafka, waiting);
    this.rois = outlet(topics.rois(), registry);
    this.runs = outlet(topics.runs(), registry);
    this.volumes = outlet(topics.volumes(), registry);
    this.events = outlet(topics.events(), registry);
    this.publishedVolumes = meters.counter("mindstream.bridge.volumes");
    this.publishedBytes = meters.counter("mindstream.bridge.bytes");
    this.latency = meters.timer("mindstream.bridge.publish");
  }

  /** Publishes a mask under its id. */
  public void roi(RoiMask mask) {
    rois.send(mask.getRoiId(), mask, Instant.now());
  }

  /** Publishes that a run begins. */
  public void started(PublishedRun run) {
    runs.send(run.key(), ScannerRecords.header(run).build(), run.startedAt());
  }

  /** Publishes a volume with the times at which it was acquired and received. */
  public void volume(
      PublishedRun run, FeedMessage.Volume volume, Instant acquiredAt, Instant receivedAt) {
    volumes.send(run.key(), ScannerRecords.volume(run, volume, acquiredAt, receivedAt), acquiredAt);
    publishedVolumes.increment();
  }

  /** Publishes an event with the time at which it happened. */
  public void event(PublishedRun run, FeedMessage.Event event, Instant occurredAt) {
    events.send(run.key(), ScannerRecords.event(run, event, occurredAt), occurredAt);
  }

  /** Publishes that a run is complete. */
  public void ended(PublishedRun run, int volumesPublished) {
    RunHeader header =
        ScannerRecords.header(run)
            .setState(RunState.ENDED)
            .setPublishedVolumes(volumesPublished)
            .build();
    runs.send(run.key(), header, Instant.now());
  }

  /** Publishes that a run broke off. */
  public void aborted(PublishedRun run, int volumesPublished, String reason) {
    RunHeader header =
        ScannerRecords.header(run)
            .setState(RunState.ABORTED)
            .setPublishedVolumes(volumesPublished)
            .setReason(reason)
            .build();
    runs.send(run.key(), header, Instant.now());
  }

  @Override
  public void close() {
    producer.close();
  }

  private <T extends SpecificRecord> Outlet<T> outlet(Topic<T> topic, SchemaRegistry registry) {
    return new Outlet<>(topic, topic.codec(registry));
  }

  /** One topic: encodes, sends, measures. */
  private final class Outlet<T extends SpecificRecord> {
    private final Topic<T> topic;
    private final AvroCodec<T> codec;

    Outlet(Topic<T> topic, AvroCodec<T> codec) {
      this.topic = topic;
      this.codec = codec;
    }

    void send(String key, T value, Instant timestamp) {
      byte[] bytes = codec.encode(value);
      Timer.Sample sample = Timer.start();
      producer.send(topic.name(), key, bytes, timestamp);
      sample.stop(latency);
      publishedBytes.increment(bytes.length);
    }
  }
}
