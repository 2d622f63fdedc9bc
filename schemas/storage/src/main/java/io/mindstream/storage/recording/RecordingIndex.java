package io.mindstream.storage.recording;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.storage.document.Software;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a recording holds; {@code index.json}, written after the parts that it lists. A run that was
 * played again under the same id has one recording with several plays, none of which replaces
 * another.
 *
 * @param format version of this document
 * @param runId the run
 * @param plays each time that the run was played, by start
 * @param parts files with the records, in the order in which they were written
 * @param software what wrote this
 */
public record RecordingIndex(
    int format, String runId, List<Play> plays, List<Part> parts, Software software) {

  /** The version that is written. */
  public static final int FORMAT = 1;

  /** The index's name below the recording's folder. */
  public static final String NAME = "index.json";

  /** Copies the lists. */
  public RecordingIndex {
    plays = List.copyOf(plays);
    parts = List.copyOf(parts);
  }

  /** The index of a run of which nothing is recorded. */
  public static RecordingIndex empty(String runId) {
    return new RecordingIndex(FORMAT, runId, List.of(), List.of(), Software.THIS);
  }

  /**
   * One time that the run was played, by its headers.
   *
   * @param startedAt acquisition of volume 0
   * @param state STARTED, ENDED or ABORTED
   * @param source where the volumes came from
   * @param simulated true where no brain was scanned
   * @param repetitionTimeSeconds TR
   * @param roiId the mask
   * @param modelId the model asked for; null where none was
   * @param volumes how many were published; null before the end
   * @param trials how many were expected; null where the source did not know
   * @param reason why it broke off, or what of it was lost
   */
  public record Play(
      Instant startedAt,
      String state,
      String source,
      boolean simulated,
      double repetitionTimeSeconds,
      String roiId,
      @Nullable String modelId,
      @Nullable Integer volumes,
      @Nullable Integer trials,
      @Nullable String reason) {

    /** The play that a header tells of. */
    public static Play of(RunHeader header) {
      return new Play(
          header.getStartedAt(),
          header.getState().name(),
          header.getSource(),
          header.getSimulated(),
          header.getRepetitionTimeSeconds(),
          header.getRoiId(),
          header.getModelId().orElse(null),
          header.getPublishedVolumes().orElse(null),
          header.getExpectedTrials().orElse(null),
          header.getReason().orElse(null));
    }

    /** Whether its feed is over. */
    public boolean over() {
      return !state.equals(RunState.STARTED.name());
    }

    private int length() {
      return volumes == null ? 0 : volumes;
    }
  }

  /**
   * A file with records of one partition.
   *
   * @param key its key in the store
   * @param topic name of the topic
   * @param topicId Kafka's id of the topic
   * @param partition partition
   * @param firstOffset of its first record
   * @param lastOffset of its last record
   * @param records how many
   * @param bytes size of the file
   * @param sha256 of the file, in hex
   * @param firstAt earliest time of a record
   * @param lastAt latest time of a record
   */
  public record Part(
      String key,
      String topic,
      String topicId,
      int partition,
      long firstOffset,
      long lastOffset,
      int records,
      long bytes,
      String sha256,
      Instant firstAt,
      Instant lastAt) {

    private boolean isOf(String otherId, int otherPartition) {
      return topicId.equals(otherId) && partition == otherPartition;
    }
  }

  /** With what a header tells: a play more, or the end of one. */
  public RecordingIndex with(Play play) {
    List<Play> all =
        Stream.concat(
                plays.stream().filter(other -> !other.startedAt().equals(play.startedAt())),
                Stream.of(play))
            .sorted(Comparator.comparing(Play::startedAt))
            .toList();
    return new RecordingIndex(format, runId, all, parts, software);
  }

  /** With a part more, or again. */
  public RecordingIndex with(Part part) {
    List<Part> all = new ArrayList<>(parts);
    all.removeIf(other -> other.key().equals(part.key()));
    all.add(part);
    return new RecordingIndex(format, runId, plays, all, software);
  }

  /** Whether a record of this run is in one of the parts: they hold all up to their last. */
  public boolean holds(RecordPlace place) {
    return parts.stream()
        .filter(part -> part.isOf(place.topicId(), place.partition()))
        .anyMatch(part -> part.lastOffset() >= place.offset());
  }

  /**
   * The play that is meant where none is named: the longest that is over, of several the newest.
   */
  public Optional<Play> longest() {
    Comparator<Play> order =
        Comparator.comparing(Play::over).thenComparing(Play::length).thenComparing(Play::startedAt);
    return plays.stream().max(order);
  }

  /**
   * A play by its number.
   *
   * @param number origin 1, in the order of their starts
   */
  public Optional<Play> play(int number) {
    return number >= 1 && number <= plays.size()
        ? Optional.of(plays.get(number - 1))
        : Optional.empty();
  }

  /** Size of all parts. */
  public long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }

  /** Records of a topic in all parts. */
  public long records(String topic) {
    return parts.stream().filter(part -> part.topic().equals(topic)).mapToLong(Part::records).sum();
  }
}
