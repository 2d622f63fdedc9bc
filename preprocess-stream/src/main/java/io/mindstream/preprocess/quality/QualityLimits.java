package io.mindstream.preprocess.quality;

import io.mindstream.service.config.SettingProblems;

/**
 * From where on a volume is flagged, and a trial. Those of motion and DVARS are in common use
 * (Power et al., NeuroImage 59, 2012; pyOpenNFT).
 *
 * @param noteDisplacement framewise displacement that is noted, mm
 * @param badDisplacement framewise displacement that is bad, mm
 * @param dvars DVARS that is bad, percent
 * @param outlierShare share of outlier voxels that is bad, 0 to 1
 * @param ghostRatio ghost-to-signal ratio that is bad, without unit
 * @param jitterSeconds how late a volume may come, seconds
 * @param trialShare a trial carries a flag where more than this share of its volumes do, 0 to 1
 */
public record QualityLimits(
    double noteDisplacement,
    double badDisplacement,
    double dvars,
    double outlierShare,
    double ghostRatio,
    double jitterSeconds,
    double trialShare) {

  /** What holds without any setting. */
  public static final QualityLimits DEFAULT = new QualityLimits(0.2, 0.5, 5, 0.1, 0.2, 1, 0.2);

  /** Begins the names of the settings below those of the stream. */
  private static final String PREFIX = "quality-";

  /**
   * Checks all limits.
   *
   * @throws IllegalArgumentException naming every limit that is wrong
   */
  public QualityLimits {
    SettingProblems problems = new SettingProblems("mindstream.preprocess");
    positive(problems, "note-displacement", noteDisplacement);
    positive(problems, "dvars", dvars);
    positive(problems, "ghost-ratio", ghostRatio);
    positive(problems, "jitter-seconds", jitterSeconds);
    share(problems, "outlier-share", outlierShare);
    share(problems, "trial-share", trialShare);
    problems.check(
        badDisplacement >= noteDisplacement,
        PREFIX + "bad-displacement must not be below note-displacement, is " + badDisplacement);
    problems.throwIfAny();
  }

  private static void positive(SettingProblems problems, String name, double value) {
    problems.check(value > 0, PREFIX + name + " must be above 0, is " + value);
  }

  private static void share(SettingProblems problems, String name, double value) {
    problems.check(
        value >= 0 && value < 1, PREFIX + name + " must be 0 or more and below 1, is " + value);
  }
}
