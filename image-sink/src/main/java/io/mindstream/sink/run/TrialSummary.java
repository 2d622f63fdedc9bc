package io.mindstream.sink.run;

import io.mindstream.imaging.picture.ContactSheet;
import io.mindstream.imaging.picture.PictureSimilarity;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.RunDocument;
import io.mindstream.storage.document.RunDocument.Similarity;
import io.mindstream.storage.document.TrialDocument;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A stored trial in short.
 *
 * @param acquiredAt when its last volume was acquired
 * @param line its line in the run's document
 * @param row its place on the contact sheet
 */
record TrialSummary(Instant acquiredAt, RunDocument.Trial line, ContactSheet.Row row) {

  /**
   * Reads a trial's pictures and compares them with what was shown.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  static TrialSummary of(TrialDocument trial, ObjectStore store) {
    TrialKeys keys =
        new TrialKeys(new TrialKey(trial.runId(), trial.trialIndex()), trial.answer().revision());
    Optional<RgbImage> shown = picture(store, keys.stimulus());
    List<RgbImage> samples =
        trial.samples().stream()
            .flatMap(sample -> picture(store, keys.image(sample.index())).stream())
            .toList();
    return new TrialSummary(
        trial.times().lastVolumeAcquiredAt(),
        new RunDocument.Trial(
            trial.trialIndex(),
            trial.trialType(),
            trial.stimulusId(),
            trial.onsetSeconds(),
            trial.model().id(),
            samples.size(),
            trial.samplesExpected(),
            shown.isPresent(),
            trial.quality(),
            trial.answer().revision(),
            shown.flatMap(target -> similarity(target, samples)).orElse(null)),
        new ContactSheet.Row(
            String.format(Locale.ROOT, "%d %s", trial.trialIndex() + 1, trial.trialType()),
            shown,
            samples,
            Optional.empty()));
  }

  private static Optional<RgbImage> picture(ObjectStore store, String key) {
    return store
        .get(key)
        .flatMap(
            file -> {
              try {
                return Optional.of(RgbImage.read(file));
              } catch (IllegalArgumentException e) {
                return Optional.empty(); // what was shown may be in a format that is none of ours
              }
            });
  }

  /** The mean over the samples; empty where there is none, or they are too small to compare. */
  private static Optional<Similarity> similarity(RgbImage shown, List<RgbImage> samples) {
    if (samples.isEmpty() || !samples.stream().allMatch(PictureSimilarity::comparable)) {
      return Optional.empty();
    }
    double correlation = 0;
    double ssim = 0;
    for (RgbImage sample : samples) {
      RgbImage target = shown.scaledTo(sample.width(), sample.height());
      correlation += PictureSimilarity.pixelCorrelation(target, sample) / samples.size();
      ssim += PictureSimilarity.ssim(target, sample) / samples.size();
    }
    return Optional.of(new Similarity(correlation, ssim));
  }
}
