package io.mindstream.sink.history;

import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.service.NewestEntries;
import io.mindstream.sink.api.Quality;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoreUnavailableException;
import io.mindstream.storage.recording.RecordStream;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingException;
import io.mindstream.storage.recording.RecordingIndex;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quality of the volumes of earlier runs, out of their recordings: those of the newest play. A
 * run that was not recorded has its summary alone. Any thread may use it.
 */
public final class RecordedQuality {

  private static final Logger LOG = LoggerFactory.getLogger(RecordedQuality.class);
  private static final int KEPT = 16;

  private final ObjectStore store;
  private final Topic<ScanQuality> topic;
  private final BooleanSupplier storeAnswers;
  private final Map<String, Read> kept = Collections.synchronizedMap(NewestEntries.byUse(KEPT));

  /**
   * Nothing is read yet.
   *
   * @param storeAnswers while false the store is not asked, so that nobody waits for it
   */
  public RecordedQuality(
      ObjectStore store, Topic<ScanQuality> topic, BooleanSupplier storeAnswers) {
    this.store = store;
    this.topic = topic;
    this.storeAnswers = storeAnswers;
  }

  /** What was read of a recording that had this index. */
  private record Read(RecordingIndex index, List<Quality> volumes) {}

  /** By volume; none where there is no recording, or the store is away. */
  public List<Quality> of(String run) {
    if (!storeAnswers.getAsBoolean()) {
      return List.of();
    }
    try {
      return Recording.find(store, RunId.parse(run)).map(this::known).orElse(List.of());
    } catch (StoreUnavailableException | RecordingException e) {
      LOG.warn("The quality of {} is not shown: {}", run, e.getMessage());
      return List.of();
    }
  }

  private static Optional<Play> newest(Recording recording) {
    return recording.index().plays().stream().max(Comparator.comparing(Play::startedAt));
  }

  private List<Quality> known(Recording recording) {
    RecordingIndex index = recording.index();
    Read known = kept.get(index.runId());
    if (known == null || !known.index.equals(index)) {
      List<Quality> volumes =
          newest(recording).map(play -> read(recording, play)).orElse(List.of());
      known = new Read(index, volumes);
      kept.put(index.runId(), known);
    }
    return known.volumes;
  }

  private List<Quality> read(Recording recording, Play play) {
    String run = recording.index().runId();
    Map<Integer, Quality> volumes = new TreeMap<>();
    try (RecordStream<ScanQuality> records = recording.all(topic)) {
      records.forEachRemaining(
          record -> {
            ScanQuality quality = record.value();
            if (quality.getStartedAt().equals(play.startedAt())) {
              quality
                  .getVolume()
                  .ifPresent(volume -> volumes.put(volume.getIndex(), Quality.of(run, volume)));
            }
          });
    }
    return List.copyOf(volumes.values());
  }
}
