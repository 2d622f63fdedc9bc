package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Model;
import io.mindstream.sink.api.Trial;
import io.mindstream.sink.history.StoredTrial;
import io.mindstream.storage.document.TrialDocument;
import io.mindstream.storage.document.TrialRevisions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one trial, of the topics or of the store. Not for several threads. */
public final class TrialCard {

  private static final double NANOS_PER_MILLI = 1e6;

  private final TrialKey key;
  private @Nullable StimulusEvent event;
  private @Nullable String stimulusVersion;
  private TrialRevisions answers = TrialRevisions.NONE;
  private final Set<Sample> storedHere = new HashSet<>();
  private @Nullable Sampling preview;
  private Trial.@Nullable Failure failure;

  /** A trial of which nothing is known yet. */
  public TrialCard(TrialKey key) {
    this.key = key;
  }

  /**
   * It was shown. Where its run is played again, what is known of the earlier play is forgotten.
   *
   * @param picture the picture that was shown, where the source has it
   */
  void shown(StimulusEvent shown, Optional<Picture> picture) {
    Instant at = shown.getOccurredAt();
    TrialDocument document = made();
    if (document != null && document.times().lastVolumeAcquiredAt().isBefore(at)) {
      forgetPictures();
    }
    if (event != null && event.getOccurredAt().isBefore(at)) {
      failure = null;
    }
    event = StimulusEvent.newBuilder(shown).setStimulusPng(null).build();
    stimulusVersion = picture.map(Picture::version).orElse(null);
  }

  /** Something of it could not be used; pictures that come all the same make up for it. */
  void failed(Trial.Failure why) {
    failure = why;
    preview = null;
  }

  void sampling(Preview step, Picture picture) {
    if (made() == null) {
      preview = new Sampling(step.getStep(), step.getSteps(), picture.version());
    }
  }

  /**
   * A picture was decoded, or the store has some.
   *
   * @return false where all this was known
   */
  public boolean decoded(TrialDocument found) {
    TrialRevisions both = answers.with(found);
    if (both.equals(answers)) {
      return false;
    }
    // Of what was decoded again, nothing is stored yet.
    storedHere.removeIf(sample -> isAnother(both, sample.revision()));
    answers = both;
    preview = null;
    return true;
  }

  /** With all that the store has of it. */
  public void decoded(TrialRevisions found) {
    found.all().forEach(this::decoded);
  }

  private boolean isAnother(TrialRevisions next, int revision) {
    return !next.get(revision)
        .map(TrialCard::vectorAt)
        .equals(answers.get(revision).map(TrialCard::vectorAt));
  }

  /**
   * This process stored a picture of one of its answers.
   *
   * @return false where this was known
   */
  boolean stored(int revision, int sample) {
    return storedHere.add(new Sample(revision, sample));
  }

  TrialKey key() {
    return key;
  }

  /** When it began, as far as is known; to sort by. */
  Instant begun() {
    if (event != null) {
      return event.getOccurredAt();
    }
    return answers.all().stream()
        .map(answer -> answer.times().lastVolumeAcquiredAt())
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** Which of its answers is shown. */
  Optional<Integer> shownRevision() {
    return answers.shown().map(TrialCard::revisionOf);
  }

  /**
   * From the last volume to the decoded picture, which is when it is shown. Its record tells both
   * times, so whoever reads it, and when, measures the same.
   */
  Optional<Double> totalMillis() {
    return answers
        .shown()
        .map(TrialDocument::times)
        .filter(times -> times.decodeEndedAt() != null)
        .map(times -> Duration.between(times.lastVolumeAcquiredAt(), times.decodeEndedAt()))
        .map(took -> took.toNanos() / NANOS_PER_MILLI);
  }

  /** As the API shows it. */
  public Trial view(StoredTrial stored, Trial.@Nullable Similarity similarity) {
    Trial.State state = state();
    TrialDocument made = made();
    return new Trial(
        key.toString(),
        key.runId(),
        key.trialIndex(),
        trialType(),
        event != null
            ? event.getStimulusId().orElse(null)
            : made == null ? null : made.stimulusId(),
        event != null ? event.getOnsetSeconds() : made == null ? 0 : made.onsetSeconds(),
        state,
        stimulus(stored),
        made == null ? Collections.singletonList(null) : AnswerViews.samples(key, "", made),
        preview == null ? null : Addresses.of(key, "preview.png", preview.version()),
        preview == null ? 0 : preview.step(),
        preview == null ? 0 : preview.steps(),
        totalMillis().orElse(null),
        made == null ? 0 : made.window().volumesUsed(),
        made == null ? 0 : made.window().volumesExpected(),
        made == null ? null : made.window().firstVolume(),
        made == null ? null : made.window().lastVolume(),
        made == null ? 0 : stored.samples(revisionOf(made)).size(),
        made == null ? null : Model.of(made),
        made == null ? List.of() : made.quality(),
        made == null ? null : revisionOf(made),
        AnswerViews.all(key, answers),
        made == null ? null : similarity,
        state == Trial.State.decoded ? null : failure);
  }

  private void forgetPictures() {
    answers = TrialRevisions.NONE;
    preview = null;
    storedHere.clear();
  }

  private String trialType() {
    if (event != null) {
      return event.getTrialType();
    }
    return answers.shown().map(TrialDocument::trialType).orElse("");
  }

  private Trial.State state() {
    TrialDocument made = made();
    if (made != null && made.whole()) {
      return Trial.State.decoded;
    }
    if (failure != null) {
      return Trial.State.failed;
    }
    return made == null && preview == null ? Trial.State.waiting : Trial.State.decoding;
  }

  private @Nullable String stimulus(StoredTrial stored) {
    return stimulusVersion == null && !stored.stimulus()
        ? null
        : Addresses.of(key, "stimulus.png", stimulusVersion);
  }

  private @Nullable TrialDocument made() {
    return answers.shown().orElse(null);
  }

  private static int revisionOf(TrialDocument answer) {
    return answer.answer().revision();
  }

  private static Instant vectorAt(TrialDocument document) {
    return document.times().vectorEmittedAt();
  }

  /** One picture of one answer. */
  private record Sample(int revision, int sample) {}

  /** A picture that is being made. */
  private record Sampling(int step, int steps, String version) {}
}
