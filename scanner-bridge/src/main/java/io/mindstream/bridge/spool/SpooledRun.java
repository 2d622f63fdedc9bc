package io.mindstream.bridge.spool;

import io.mindstream.bridge.kafka.Outgoing;
import io.mindstream.bridge.kafka.RecordHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The run that a killed bridge left open: begun, and not over.
 *
 * @param roi its mask
 * @param started its STARTED header
 * @param startSent true where Kafka has that header
 * @param volumes when each told volume was acquired, by index
 * @param sentVolumes how many of them Kafka has
 * @param onsets of the told events, by trial index, in seconds
 * @param lastTakenAt when the feed told the last of it
 */
public record SpooledRun(
    Outgoing roi,
    Outgoing started,
    boolean startSent,
    NavigableMap<Integer, Instant> volumes,
    int sentVolumes,
    List<Double> onsets,
    Instant lastTakenAt) {

  /** What records, in order, leave open. */
  static Optional<SpooledRun> of(List<StoredRecord> records) {
    Optional<Outgoing> roi = Optional.empty();
    Optional<SpooledRun> open = Optional.empty();
    for (StoredRecord stored : records) {
      Outgoing record = stored.record();
      switch (record.head().kind()) {
        case ROI -> roi = Optional.of(record);
        case STARTED -> open = roi.map(mask -> begun(mask, stored));
        case VOLUME -> open = open.map(run -> run.withVolume(stored));
        case EVENT -> open = open.map(run -> run.withEvent(stored));
        case OVER -> open = Optional.empty();
      }
    }
    return open;
  }

  private static SpooledRun begun(Outgoing roi, StoredRecord stored) {
    return new SpooledRun(
        roi,
        stored.record(),
        stored.sent(),
        new TreeMap<>(),
        0,
        new ArrayList<>(),
        stored.takenAt());
  }

  private SpooledRun withVolume(StoredRecord stored) {
    RecordHead head = stored.record().head();
    volumes.put(Math.toIntExact(head.index()), head.at());
    return after(stored, sentVolumes + (stored.sent() ? 1 : 0));
  }

  private SpooledRun withEvent(StoredRecord stored) {
    onsets.add(stored.record().head().seconds());
    return after(stored, sentVolumes);
  }

  private SpooledRun after(StoredRecord stored, int sent) {
    return new SpooledRun(roi, started, startSent, volumes, sent, onsets, stored.takenAt());
  }
}
