package io.mindstream.storage.recording;

import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.recording.RecordingIndex.Part;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * A run's recording in the store. Each of its records comes once, those of a partition in their
 * order.
 */
public final class Recording {

  private static final int NANOS = 1_000_000_000;

  private final ObjectStore store;
  private final RecordingIndex index;

  private Recording(ObjectStore store, RecordingIndex index) {
    this.store = store;
    this.index = index;
  }

  /**
   * Opens a run's recording.
   *
   * @throws RecordingException where there is none
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  public static Recording of(ObjectStore store, RunId run) {
    return find(store, run)
        .orElseThrow(
            () ->
                new RecordingException(
                    "no recording of run "
                        + run
                        + " is in "
                        + store.address()
                        + "; mindstream sessions lists what is"));
  }

  /** The same; empty where there is none. */
  public static Optional<Recording> find(ObjectStore store, RunId run) {
    String key = new RunKeys(run).recording() + RecordingIndex.NAME;
    return Documents.find(store, key, RecordingIndex.class)
        .map(index -> new Recording(store, index));
  }

  /** The indices of all recordings, by run. */
  public static List<RecordingIndex> all(ObjectStore store) {
    return store.list(RunKeys.RECORDINGS).stream()
        .filter(key -> key.endsWith("/" + RecordingIndex.NAME))
        .flatMap(key -> Documents.find(store, key, RecordingIndex.class).stream())
        .sorted(Comparator.comparing(RecordingIndex::runId))
        .toList();
  }

  /** What it holds. */
  public RecordingIndex index() {
    return index;
  }

  /**
   * The play that is meant.
   *
   * @param number origin 1; empty for the longest one
   * @throws RecordingException where there is no such play
   */
  public Play play(Optional<Integer> number) {
    return number
        .map(index::play)
        .orElseGet(index::longest)
        .orElseThrow(
            () ->
                new RecordingException(
                    "run %s has %d recorded plays%s"
                        .formatted(
                            index.runId(),
                            index.plays().size(),
                            number.isPresent()
                                ? ", so there is no play " + number.get()
                                : "; its header has not come yet, try again later")));
  }

  /** The headers of a play, in the order in which they came. */
  public List<RunHeader> headers(Topics topics, Play play) {
    List<RunHeader> headers = new ArrayList<>();
    try (RecordStream<RunHeader> records = all(topics.runs())) {
      records.forEachRemaining(record -> headers.add(record.value()));
    }
    headers.removeIf(header -> !header.getStartedAt().equals(play.startedAt()));
    return headers;
  }

  /** The newest header of a play. */
  public RunHeader header(Topics topics, Play play) {
    return headers(topics, play).stream()
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                new RecordingException("the recording of " + index.runId() + " lacks its header"));
  }

  /**
   * The newest mask of an ROI.
   *
   * @throws RecordingException where it is not recorded
   */
  public RoiMask mask(Topics topics, String roiId) {
    try (RecordStream<RoiMask> records = all(topics.rois())) {
      List<RoiMask> masks = new ArrayList<>();
      records.forEachRemaining(record -> masks.add(record.value()));
      masks.removeIf(mask -> !mask.getRoiId().equals(roiId));
      return masks.stream()
          .reduce((first, second) -> second)
          .orElseThrow(
              () ->
                  new RecordingException(
                      "the recording of " + index.runId() + " lacks the mask " + roiId));
    }
  }

  /** Every record of a topic. */
  public <T extends SpecificRecord> RecordStream<T> all(Topic<T> topic) {
    return records(topic, part -> true, record -> true);
  }

  /**
   * The records of a play: a record belongs to the play that had begun last at its time.
   *
   * @param topic of volumes, vectors or images
   */
  public <T extends SpecificRecord> RecordStream<T> of(Play play, Topic<T> topic) {
    Instant from = whole(play);
    Instant to = next(play);
    return records(
        topic,
        part -> !part.lastAt().isBefore(from) && part.firstAt().isBefore(to),
        record -> !record.at().isBefore(from) && record.at().isBefore(to));
  }

  /** The events of a play; those before volume 0 too, as far as their onset says. */
  public RecordStream<StimulusEvent> events(Play play, Topics topics) {
    Instant from = whole(play);
    Instant to = next(play);
    return records(
        topics.events(),
        part -> true,
        record -> {
          Duration early =
              Duration.ofNanos((long) (NANOS * Math.max(0, -record.value().getOnsetSeconds())));
          Instant at = record.at().plus(early);
          return !at.isBefore(from) && at.isBefore(to);
        });
  }

  /** Times in Kafka have whole milliseconds. */
  private static Instant whole(Play play) {
    return Instant.ofEpochMilli(play.startedAt().toEpochMilli());
  }

  private Instant next(Play play) {
    return index.plays().stream()
        .filter(other -> other.startedAt().isAfter(play.startedAt()))
        .findFirst()
        .map(Recording::whole)
        .orElse(Instant.MAX);
  }

  private <T extends SpecificRecord> RecordStream<T> records(
      Topic<T> topic, Predicate<Part> parts, Predicate<Recorded<T>> records) {
    List<Part> wanted =
        index.parts().stream()
            .filter(part -> part.topic().equals(topic.name()))
            .filter(parts)
            .sorted(
                Comparator.comparing(Part::topicId)
                    .thenComparing(Part::partition)
                    .thenComparing(Part::firstOffset))
            .toList();
    return new RecordStream<>(store, topic, wanted, records);
  }
}
