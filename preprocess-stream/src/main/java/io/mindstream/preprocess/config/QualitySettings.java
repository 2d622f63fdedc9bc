package io.mindstream.preprocess.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.mindstream.preprocess.quality.QualityLimits;
import org.jspecify.annotations.Nullable;

/**
 * The properties {@code mindstream.preprocess.quality-*} as they are written: from where on a
 * volume is flagged, and a trial. Defaults are those of {@link QualityLimits#DEFAULT}.
 *
 * @param qualityNoteDisplacement framewise displacement that is noted, mm; default 0.2
 * @param qualityBadDisplacement framewise displacement that is bad, mm; default 0.5
 * @param qualityDvars DVARS that is bad, percent; default 5
 * @param qualityOutlierShare share of outlier voxels that is bad, 0 to 1; default 0.1
 * @param qualityGhostRatio ghost-to-signal ratio that is bad, without unit; default 0.2
 * @param qualityJitterSeconds how late a volume may come, seconds; default 1
 * @param qualityTrialShare a trial carries a flag where more than this share of its volumes do, 0
 *     to 1; default 0.2
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
