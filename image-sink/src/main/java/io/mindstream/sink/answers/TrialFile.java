package io.mindstream.sink.answers;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.answers.Answer.Failure;
import io.mindstream.sink.answers.Answer.Status;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one trial; of several answers the newest whose pictures are all there counts.
 * Not for several threads.
 */
final class TrialFile {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final TrialKey key;
  private final TreeMap<Integer, TreeMap<Integer, DecodedImage>> answers = new TreeMap<>();
  private Optional<Instant> occurredAt = Optional.empty();
  private Optional<Failure> failure = Optional.empty();
  private Optional<Instant> failedAt = Optional.empty();
  private long place;

  TrialFile(TrialKey key) {
    this.key = key;
  }

  void shown(StimulusEvent event) {
    occurredAt = Optional.of(event.getOccurredAt());
  }

  void decoded(DecodedImage image) {
    DecodedImage kept = DecodedImage.newBuilder(image).setPng(NOTHING.duplicate()).build();
    answers
        .computeIfAbsent(image.getRevision(), any -> new TreeMap<>())
        .put(image.getSampleIndex(), kept);
    newestWhole().ifPresent(revision -> answers.headMap(revision).clear());
  }

  void failed(DeadLetter letter) {
    failure = Optional.of(new Failure(letter.getCode(), letter.getMessage()));
    failedAt = Optional.of(letter.getFailedAt());
  }

  Status status() {
    if (newestWhole().isPresent()) {
      return Status.DECODED;
    }
    return failure.isPresent() ? Status.FAILED : Status.PENDING;
  }

  /** True where it has no place among the finished ones yet, and was given this one. */
  boolean finish(long next) {
    if (place > 0 || status() == Status.PENDING) {
      return false;
    }
    place = next;
    return true;
  }

  /** True where all that is known of it happened before a moment. */
  boolean before(Instant moment) {
    boolean decodedEarlier =
        answers.values().stream()
            .flatMap(answer -> answer.values().stream())
            .allMatch(image -> image.getTimes().getLastVolumeAcquiredAt().isBefore(moment));
    return decodedEarlier
        && occurredAt.map(at -> at.isBefore(moment)).orElse(true)
        && failedAt.map(at -> at.isBefore(moment)).orElse(true);
  }

  Answer answer(int volumes) {
    return new Answer(
        key,
        status(),
        occurredAt,
        samples(),
        newestWhole().isPresent() ? Optional.empty() : failure,
        volumes,
        place,
        finishedAt());
  }

  private Optional<Instant> finishedAt() {
    return switch (status()) {
      case PENDING -> Optional.empty();
      case FAILED -> failedAt;
      case DECODED ->
          samples().stream()
              .flatMap(image -> image.getTimes().getDecodeEndedAt().stream())
              .max(Instant::compareTo);
    };
  }

  private Optional<Integer> newestWhole() {
    return answers.descendingMap().entrySet().stream()
        .filter(answer -> answer.getValue().size() >= expected(answer.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<DecodedImage> samples() {
    return newestWhole()
        .map(answers::get)
        .or(() -> Optional.ofNullable(answers.lastEntry()).map(Map.Entry::getValue))
        .map(answer -> List.copyOf(answer.values()))
        .orElse(List.of());
  }

  private static int expected(Map<Integer, DecodedImage> answer) {
    return answer.values().iterator().next().getSamples();
  }
}
