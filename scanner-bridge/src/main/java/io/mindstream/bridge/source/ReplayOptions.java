package io.mindstream.bridge.source;

import io.mindstream.imaging.roi.RoiMasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What of a folder is played, and which voxels are decoded.
 *
 * @param mask mask file; empty for the one that the folder holds, or else the voxels above the
 *     threshold
 * @param roiThreshold fraction of the mean volume's 98th percentile, above 0 and below 1
 * @param runs labels of the runs to play, as in {@code run-03} or {@code 3}; empty for all
 * @param voxels the voxels to decode, whatever masks there are; empty for those of mask or
 *     threshold
 * @param resampleMask true takes the nearest voxels of a mask on another grid
 * @param derivatives name of a folder below derivatives or sourcedata whose series are played;
 *     empty for the raw ones
 */
public record ReplayOptions(
    Optional<Path> mask,
    double roiThreshold,
    List<String> runs,
    Optional<ChosenVoxels> voxels,
    boolean resampleMask,
    Optional<String> derivatives) {

  /** Voxels of a mask, or above the threshold; the raw runs. */
  public ReplayOptions(Optional<Path> mask, double roiThreshold, List<String> runs) {
    this(mask, roiThreshold, runs, Optional.empty(), false, Optional.empty());
  }

  /** Checks the threshold. */
  public ReplayOptions {
    if (!(roiThreshold > 0 && roiThreshold < 1)) {
      throw new IllegalArgumentException(
          "the ROI threshold is a fraction above 0 and below 1, got " + roiThreshold);
    }
    runs = List.copyOf(runs);
  }

  /** All runs, no mask. */
  public static ReplayOptions defaults() {
    return new ReplayOptions(Optional.empty(), RoiMasks.DEFAULT_FRACTION, List.of());
  }

  /** With a mask file. */
  public ReplayOptions withMask(Path file) {
    return new ReplayOptions(
        Optional.of(file), roiThreshold, runs, voxels, resampleMask, derivatives);
  }

  /** With another threshold. */
  public ReplayOptions withRoiThreshold(double fraction) {
    return new ReplayOptions(mask, fraction, runs, voxels, resampleMask, derivatives);
  }

  /** With some runs only. */
  public ReplayOptions withRuns(List<String> labels) {
    return new ReplayOptions(mask, roiThreshold, labels, voxels, resampleMask, derivatives);
  }

  /** With voxels that were chosen before. */
  public ReplayOptions withVoxels(ChosenVoxels chosen) {
    return new ReplayOptions(
        mask, roiThreshold, runs, Optional.of(chosen), resampleMask, derivatives);
  }

  /** With the nearest voxels of a mask on another grid, or without. */
  public ReplayOptions withResampledMask(boolean resample) {
    return new ReplayOptions(mask, roiThreshold, runs, voxels, resample, derivatives);
  }

  /** With the series of a folder below derivatives or sourcedata. */
  public ReplayOptions withDerivatives(Optional<String> name) {
    return new ReplayOptions(mask, roiThreshold, runs, voxels, resampleMask, name);
  }

  /** True where a run of this label is to be played; leading zeros do not count. */
  boolean selects(Optional<String> run) {
    return runs.isEmpty() || run.filter(label -> anySelects(number(label))).isPresent();
  }

  private boolean anySelects(String number) {
    return runs.stream().anyMatch(wanted -> number(wanted).equals(number));
  }

  private static String number(String label) {
    return label.replaceFirst("^(run-)?0*(?=.)", "");
  }
}
