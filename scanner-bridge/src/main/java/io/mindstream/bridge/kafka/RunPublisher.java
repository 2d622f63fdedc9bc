package io.mindstream.bridge.kafka;

import io.mindstream.bridge.kafka.RecordHead.Kind;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the records of runs, and hands each to an outlet before the call returns: mask, header,
 * volumes and events, end. Throws what the outlet throws, and {@link
 * io.mindstream.schemas.serde.RegistryUnavailableException} where a schema is not known yet and the
 * registry does not answer. For one thread at a time.
 */
public final class RunPublisher {

  private final AvroCodec<RoiMask> rois;
  private final AvroCodec<RunHeader> runs;
  private final AvroCodec<BoldVolume> volumes;
  private final AvroCodec<StimulusEvent> events;
  private final Consumer<Outgoing> outlet;

  /**
   * A publisher with codecs of its own.
   *
   * @param outlet takes the records in order: {@link AckedProducer#send}, or a spool
   */
  public RunPublisher(SchemaRegistry registry, Topics topics, Consumer<Outgoing> outlet) {
    this.rois = topics.rois().codec(registry);
    this.runs = topics.runs().codec(registry);
    this.volumes = topics.volumes().codec(registry);
    this.events = topics.events().codec(registry);
    this.outlet = outlet;
  }

  /** Publishes a mask under its id. */
  public void roi(RoiMask mask) {
    RecordHead head = RecordHead.of(Kind.ROI, mask.getRoiId(), Instant.now());
    outlet.accept(new Outgoing(head, rois.encode(mask)));
  }

  /**
   * Publishes that a run begins.
   *
   * @param origin the feed's own number of volume 0, which stays with the bridge
   */
  public void started(PublishedRun run, long origin) {
    RecordHead head = new RecordHead(Kind.STARTED, run.key(), run.startedAt(), origin, 0);
    outlet.accept(new Outgoing(head, runs.encode(ScannerRecords.header(run).build())));
  }

  /** Publishes a volume with the times at which it was acquired and received. */
  public void volume(
      PublishedRun run, FeedMessage.Volume volume, Instant acquiredAt, Instant receivedAt) {
    RecordHead head =
        new RecordHead(Kind.VOLUME, run.key(), acquiredAt, volume.index(), volume.dueSeconds());
    BoldVolume value = ScannerRecords.volume(run, volume, acquiredAt, receivedAt);
    outlet.accept(new Outgoing(head, volumes.encode(value)));
  }

  /** Publishes an event with the time at which it happened. */
  public void event(PublishedRun run, FeedMessage.Event event, Instant occurredAt) {
    RecordHead head =
        new RecordHead(Kind.EVENT, run.key(), occurredAt, event.trialIndex(), event.onsetSeconds());
    StimulusEvent value = ScannerRecords.event(run, event, occurredAt);
    outlet.accept(new Outgoing(head, events.encode(value)));
  }

  /**
   * Publishes that a run is complete.
   *
   * @param lost what of it was lost on the way, in words; mostly empty
   */
  public void ended(PublishedRun run, int volumesPublished, Optional<String> lost) {
    over(run, RunState.ENDED, volumesPublished, lost);
  }

  /** Publishes that a run broke off. */
  public void aborted(PublishedRun run, int volumesPublished, String reason) {
    over(run, RunState.ABORTED, volumesPublished, Optional.of(reason));
  }

  private void over(PublishedRun run, RunState state, int volumes, Optional<String> reason) {
    RunHeader header =
        ScannerRecords.header(run)
            .setState(state)
            .setPublishedVolumes(volumes)
            .setReason(reason.orElse(null))
            .build();
    RecordHead head = RecordHead.of(Kind.OVER, run.key(), Instant.now());
    outlet.accept(new Outgoing(head, runs.encode(header)));
  }
}
