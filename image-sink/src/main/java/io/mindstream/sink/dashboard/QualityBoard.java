package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.sink.api.Quality;
import io.mindstream.storage.document.QualitySummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The quality of each of the newest runs, volume by volume. May be used by several threads. */
public final class QualityBoard {

  private static final int RUNS = 8;
  private static final int VOLUMES = 3000;

  private final Touched touched;
  private final Map<String, Play> plays = new LinkedHashMap<>();

  QualityBoard(Touched touched) {
    this.touched = touched;
  }

  /** What was told of an earlier play of the run is forgotten. */
  synchronized void run(RunHeader header) {
    Play play = plays.get(header.getRunId());
    if (play != null && play.startedAt.isBefore(header.getStartedAt())) {
      begin(header.getRunId(), header.getStartedAt());
    }
  }

  /** What is told of an earlier play of the run is forgotten, or left out. */
  synchronized void quality(ScanQuality record) {
    String run = record.getRunId();
    Play play = plays.get(run);
    if (play == null || play.startedAt.isBefore(record.getStartedAt())) {
      play = begin(run, record.getStartedAt());
    } else if (play.startedAt.isAfter(record.getStartedAt())) {
      return;
    }
    add(play, record);
  }

  /** One volume of a run. */
  public synchronized Optional<Quality> point(String run, int volume) {
    return Optional.ofNullable(plays.get(run)).map(play -> play.volumes.get(volume));
  }

  /** A run's volumes behind one, in order; empty where nothing was told of the run. */
  public synchronized Optional<List<Quality>> after(String run, int volume) {
    return Optional.ofNullable(plays.get(run))
        .map(play -> List.copyOf(play.volumes.tailMap(volume, false).values()));
  }

  /** A run's summary, once it is over. */
  public synchronized Optional<QualitySummary> summary(String run) {
    return Optional.ofNullable(plays.get(run)).flatMap(play -> Optional.ofNullable(play.summary));
  }

  private void add(Play play, ScanQuality record) {
    String run = record.getRunId();
    record
        .getVolume()
        .ifPresent(
            volume -> {
              play.volumes.put(volume.getIndex(), Quality.of(run, volume));
              touched.now(new Thing.OfQuality(run, volume.getIndex()));
            });
    record
        .getSummary()
        .ifPresent(
            summary -> {
              play.summary = QualitySummary.of(summary);
              touched.now(new Thing.OfRun(run));
            });
    if (play.volumes.size() > VOLUMES) {
      play.volumes.pollFirstEntry();
    }
  }

  private Play begin(String run, Instant startedAt) {
    Play play = new Play(startedAt);
    plays.remove(run);
    plays.put(run, play);
    if (plays.size() > RUNS) {
      plays.remove(plays.keySet().iterator().next());
    }
    return play;
  }

  /** One play of a run. */
  private static final class Play {
    private final Instant startedAt;
    private final TreeMap<Integer, Quality> volumes = new TreeMap<>();
    private @Nullable QualitySummary summary;

    Play(Instant startedAt) {
      this.startedAt = startedAt;
    }
  }
}
