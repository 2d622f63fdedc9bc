package io.mindstream.storage.document;

import io.mindstream.schemas.avro.DecodedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the pictures of one answer to a trial were made: all that is needed to find the trial again
 * and to make them again. It follows from the records alone, so writing it twice writes the same
 * bytes.
 *
 * @param format version of this document
 * @param runId run, as BIDS entities
 * @param trialIndex trial in the run, origin 0
 * @param trialType category shown
 * @param stimulusId name of the very picture shown, where known
 * @param onsetSeconds start of the stimulus from the run's volume 0
 * @param simulated true where no brain was scanned
 * @param answer which of the trial's answers this is
 * @param window the averaged volumes
 * @param vector how the voxel vector was made
 * @param quality why the pictures may not be believed; empty where nothing is known against them
 * @param model what made the pictures
 * @param samplesExpected how many pictures the trial gets
 * @param samples the pictures that are stored, by index
 * @param times when the trial passed each stage
 * @param software what wrote this
 */
public record TrialDocument(
    int format,
    String runId,
    int trialIndex,
    String trialType,
    @Nullable String stimulusId,
    double onsetSeconds,
    boolean simulated,
    Answer answer,
    Window window,
    Vector vector,
    List<String> quality,
    Model model,
    int samplesExpected,
    List<SampleDocument> samples,
    Times times,
    Software software) {

  /** The version that is written. */
  public static final int FORMAT = 3;

  /** The quality flag of a trial whose window lacks volumes. */
  public static final String VOLUMES_MISSING = "volumes-missing";

  /** The quality flag of pictures that a model of random weights made. */
  public static final String MODEL_UNTRAINED = "model-untrained";

  /** Copies the lists. Before format 3 a trial had one answer. */
  public TrialDocument {
    answer = Objects.requireNonNullElse(answer, Answer.ONLY);
    quality = List.copyOf(quality);
    samples = List.copyOf(samples);
  }

  /**
   * Which of the trial's answers: a later one saw more volumes.
   *
   * @param revision 1, 2, 3, ...
   * @param last whether no later one follows while the run goes well
   * @param newestVolume index of the newest volume that it knows; null where that is not known
   */
  public record Answer(int revision, boolean last, @Nullable Integer newestVolume) {
    static final Answer ONLY = new Answer(1, true, null);
  }

  /** The averaged volumes: indices from 0, inclusive. */
  public record Window(int firstVolume, int lastVolume, int volumesUsed, int volumesExpected) {}

  /**
   * How the voxel vector was made; what an older decoder did not say is left out.
   *
   * @param trialsAveraged of how many trials it is; null for the trial alone
   */
  public record Vector(
      @Nullable String normalisation,
      @Nullable Double windowDelaySeconds,
      @Nullable Integer steadyVolumes,
      @Nullable String roiId,
      @Nullable String roiChecksum,
      @Nullable String recipe,
      @Nullable Integer trialsAveraged) {}

  /** What made the pictures. */
  public record Model(
      String id,
      String checksum,
      boolean trained,
      String sampler,
      int steps,
      double guidance,
      String device) {}

  /** UTC times of the stages. */
  public record Times(
      Instant lastVolumeAcquiredAt,
      Instant lastVolumeReceivedAt,
      Instant vectorEmittedAt,
      @Nullable Instant decodeStartedAt,
      @Nullable Instant decodeEndedAt) {

    Times beforeDecoding() {
      return new Times(lastVolumeAcquiredAt, lastVolumeReceivedAt, vectorEmittedAt, null, null);
    }

    /** From the first batch of samples to the last. */
    Times and(Times other) {
      return new Times(
          lastVolumeAcquiredAt,
          lastVolumeReceivedAt,
          vectorEmittedAt,
          Stream.of(decodeStartedAt, other.decodeStartedAt)
              .filter(Objects::nonNull)
              .min(Comparator.naturalOrder())
              .orElse(null),
          Stream.of(decodeEndedAt, other.decodeEndedAt)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder())
              .orElse(null));
    }
  }

  /**
   * The document of a trial of which one picture is known.
   *
   * @param png the picture's bytes
   */
  public static TrialDocument of(DecodedImage image, byte[] png) {
    return new TrialDocument(
        FORMAT,
        image.getRunId(),
        image.getTrialIndex(),
        image.getTrialType(),
        image.getStimulusId().orElse(null),
        image.getOnsetSeconds(),
        image.getSimulated(),
        ImageFacts.answer(image),
        ImageFacts.window(image),
        ImageFacts.vector(image),
        ImageFacts.quality(image),
        ImageFacts.model(image),
        image.getSamples(),
        List.of(SampleDocument.of(image, png)),
        ImageFacts.times(image.getTimes()),
        Software.THIS);
  }

  /**
   * With the pictures of an earlier state of the same trial. What another decoding left there, of
   * another model or of the run played again, is dropped.
   */
  public TrialDocument after(TrialDocument earlier) {
    if (!earlier.decoding().equals(decoding())) {
      return this;
    }
    List<SampleDocument> all = new ArrayList<>(earlier.samples);
    all.removeIf(old -> samples.stream().anyMatch(own -> own.index() == old.index()));
    all.addAll(samples);
    all.sort(Comparator.comparingInt(SampleDocument::index));
    return with(all, times.and(earlier.times));
  }

  /** Whether all pictures are stored. */
  public boolean whole() {
    return samples.size() == samplesExpected;
  }

  /** What all pictures of one decoding have in common. */
  private TrialDocument decoding() {
    return with(List.of(), times.beforeDecoding());
  }

  private TrialDocument with(List<SampleDocument> others, Times then) {
    return new TrialDocument(
        format,
        runId,
        trialIndex,
        trialType,
        stimulusId,
        onsetSeconds,
        simulated,
        answer,
        window,
        vector,
        quality,
        model,
        samplesExpected,
        others,
        then,
        software);
  }
}
