package io.mindstream.bridge.recorded;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.serde.Bytes;
import io.mindstream.storage.recording.RecordStream;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Merges the recorded volumes and events by scanner time; an event goes before a volume of the same
 * time. What was published twice comes once.
 */
final class RecordedMessages implements Iterator<FeedMessage>, AutoCloseable {

  private final RecordStream<BoldVolume> volumes;
  private final RecordStream<StimulusEvent> events;
  private final double repetitionTime;
  private final int firstVolume;
  private final int firstTrial;
  private final BitSet volumesSeen = new BitSet();
  private final BitSet trialsSeen = new BitSet();
  private FeedMessage.@Nullable Volume volume;
  private FeedMessage.@Nullable Event event;
  private double lastDue;

  RecordedMessages(
      RecordStream<BoldVolume> volumes,
      RecordStream<StimulusEvent> events,
      double repetitionTime,
      int firstVolume,
      int firstTrial) {
    this.volumes = volumes;
    this.events = events;
    this.repetitionTime = repetitionTime;
    this.firstVolume = firstVolume;
    this.firstTrial = firstTrial;
    this.lastDue = firstVolume * repetitionTime;
  }

  @Override
  public boolean hasNext() {
    return volume() != null || event() != null;
  }

  @Override
  public FeedMessage next() {
    FeedMessage.Volume nextVolume = volume();
    FeedMessage.Event nextEvent = event();
    if (nextEvent != null
        && (nextVolume == null || nextEvent.dueSeconds() <= nextVolume.dueSeconds())) {
      event = null;
      return nextEvent;
    }
    if (nextVolume == null) {
      throw new NoSuchElementException();
    }
    volume = null;
    lastDue = nextVolume.dueSeconds();
    return nextVolume;
  }

  @Override
  public void close() {
    volumes.close();
    events.close();
  }

  private FeedMessage.@Nullable Volume volume() {
    while (volume == null && volumes.hasNext()) {
      BoldVolume record = volumes.next().value();
      int index = record.getIndex();
      if (index >= firstVolume && !volumesSeen.get(index)) {
        volumesSeen.set(index);
        volume = message(record);
      }
    }
    return volume;
  }

  private FeedMessage.@Nullable Event event() {
    while (event == null && events.hasNext()) {
      StimulusEvent record = events.next().value();
      int trial = record.getTrialIndex();
      if (trial >= firstTrial && !trialsSeen.get(trial)) {
        trialsSeen.set(trial);
        event = message(record);
      }
    }
    return event == null ? null : due(event);
  }

  /** After the last volume nothing is waited for. */
  private FeedMessage.Event due(FeedMessage.Event record) {
    double due =
        volume() == null ? lastDue : Math.max(firstVolume * repetitionTime, record.onsetSeconds());
    return record.dueAt(due);
  }

  private FeedMessage.Volume message(BoldVolume record) {
    VolumeData data =
        new VolumeData(
            StoredVoxels.Type.valueOf(record.getType().name()),
            record.getSlope(),
            record.getIntercept(),
            record.getVoxels());
    return new FeedMessage.Volume(record.getIndex(), record.getIndex() * repetitionTime, data);
  }

  private static FeedMessage.Event message(StimulusEvent record) {
    return new FeedMessage.Event(
        record.getTrialIndex(),
        record.getOnsetSeconds(),
        record.getOnsetSeconds(),
        record.getDurationSeconds(),
        record.getTrialType(),
        record.getStimulusId(),
        record.getStimulusPng().map(Bytes::of),
        EventWindow.of(record));
  }
}
