package io.mindstream.preprocess.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.mindstream.preprocess.quality.QualityLimits;
import org.jspecify.annotations.Nullable;

/**
 * The properties {@code mindstream.preprocess.quality-*} as they are written: from where on a
 * volume is flagged, and a trial. Defaults are those of {@link QualityLimits#DEFAULT}.
 *
 * @param qualityNoteDisplacement see {@link QualityLimits}
 * @param qualityBadDisplacement see {@link QualityLimits}
 * @param qualityDvars see {@link QualityLimits}
 * @param qualityOutlierShare see {@link QualityLimits}
 * @param qualityGhostRatio see {@link QualityLimits}
 * @param qualityJitterSeconds see {@link QualityLimits}
 * @param qualityTrialShare see {@link QualityLimits}
 */
@ConfigurationProperties("mindstream.preprocess")
public record QualitySettings(
    @Nullable Double qualityNoteDisplacement,
    @Nullable Double qualityBadDisplacement,
    @Nullable Double qualityDvars,
    @Nullable Double qualityOutlierShare,
    @Nullable Double qualityGhostRatio,
    @Nullable Double qualityJitterSeconds,
    @Nullable Double qualityTrialShare) {

  /**
   * The checked limits.
   *
   * @throws IllegalArgumentException naming every limit that is wrong
   */
  public QualityLimits limits() {
    QualityLimits standard = QualityLimits.DEFAULT;
    return new QualityLimits(
        or(qualityNoteDisplacement, standard.noteDisplacement()),
        or(qualityBadDisplacement, standard.badDisplacement()),
        or(qualityDvars, standard.dvars()),
        or(qualityOutlierShare, standard.outlierShare()),
        or(qualityGhostRatio, standard.ghostRatio()),
        or(qualityJitterSeconds, standard.jitterSeconds()),
        or(qualityTrialShare, standard.trialShare()));
  }

  private static double or(@Nullable Double value, double standard) {
    return value == null ? standard : value;
  }
}
