package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Model;
import io.mindstream.sink.api.Trial;
import io.mindstream.sink.history.StoredTrial;
import io.mindstream.storage.document.SampleDocument;
import io.mindstream.storage.document.TrialDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private @Nullable TrialDocument document;
  private final Set<Integer> storedHere = new HashSet<>();
  private @Nullable Instant storedAt;
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
    if (document == null) {
      preview = new Sampling(step.getStep(), step.getSteps(), picture.version());
    }
  }

  /**
   * A picture was decoded, or the store has some.
   *
   * @return false where all this was known
   */
  public boolean decoded(TrialDocument found) {
    if (document != null && isOlder(found, document)) {
      return false;
    }
    if (document != null && !vectorAt(document).equals(vectorAt(found))) {
      forgetPictures(); // decoded again
    }
    TrialDocument both = document == null ? found : found.after(document);
    boolean isNew = document == null || !document.samples().equals(both.samples());
    document = both;
    preview = null;
    return isNew;
  }

  /**
   * This process stored a picture of it.
   *
   * @return false where this was known
   */
  boolean stored(int sample, Instant at) {
    boolean isNew = storedHere.add(sample);
    storedAt = isNew ? at : storedAt;
    return isNew;
  }

  TrialKey key() {
    return key;
  }

  /** When it began, as far as is known; to sort by. */
  Instant begun() {
    if (event != null) {
      return event.getOccurredAt();
    }
    return document == null ? Instant.MAX : document.times().lastVolumeAcquiredAt();
  }

  Optional<TrialDocument> document() {
    return Optional.ofNullable(document);
  }

  /** From the last volume to the stored picture, or to the decoded one. */
  Optional<Double> totalMillis() {
    if (document == null) {
      return Optional.empty();
    }
    TrialDocument.Times times = document.times();
    return Optional.ofNullable(storedAt == null ? times.decodeEndedAt() : storedAt)
        .map(at -> Duration.between(times.lastVolumeAcquiredAt(), at))
        .map(took -> took.toNanos() / NANOS_PER_MILLI);
  }

  /** As the API shows it. */
  public Trial view(StoredTrial stored, Trial.@Nullable Similarity similarity) {
    Trial.State state = state();
    TrialDocument made = document;
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
        samples(),
        preview == null ? null : Addresses.of(key, "preview.png", preview.version()),
        preview == null ? 0 : preview.step(),
        preview == null ? 0 : preview.steps(),
        totalMillis().orElse(null),
        made == null ? 0 : made.window().volumesUsed(),
        made == null ? 0 : made.window().volumesExpected(),
        made == null ? 0 : stored.samples().size(),
        made == null ? null : Model.of(made),
        made == null ? List.of() : made.quality(),
        made == null ? null : similarity,
        state == Trial.State.decoded ? null : failure);
  }

  private void forgetPictures() {
    document = null;
    preview = null;
    storedAt = null;
    storedHere.clear();
  }

  private String trialType() {
    if (event != null) {
      return event.getTrialType();
    }
    return document == null ? "" : document.trialType();
  }

  private Trial.State state() {
    if (document != null && document.whole()) {
      return Trial.State.decoded;
    }
    if (failure != null) {
      return Trial.State.failed;
    }
    return document == null && preview == null ? Trial.State.waiting : Trial.State.decoding;
  }

  private @Nullable String stimulus(StoredTrial stored) {
    return stimulusVersion == null && !stored.stimulus()
        ? null
        : Addresses.of(key, "stimulus.png", stimulusVersion);
  }

  private List<@Nullable String> samples() {
    int expected = document == null ? 1 : document.samplesExpected();
    List<@Nullable String> addresses = new ArrayList<>(Collections.nCopies(expected, null));
    if (document != null) {
      for (SampleDocument sample : document.samples()) {
        String version = Picture.version(sample.sha256());
        addresses.set(sample.index(), Addresses.of(key, sample.file(), version));
      }
    }
    return addresses;
  }

  private static Instant vectorAt(TrialDocument document) {
    return document.times().vectorEmittedAt();
  }

  private static boolean isOlder(TrialDocument one, TrialDocument other) {
    return one.times().lastVolumeAcquiredAt().isBefore(other.times().lastVolumeAcquiredAt());
  }

  /** A picture that is being made. */
  private record Sampling(int step, int steps, String version) {}
}
