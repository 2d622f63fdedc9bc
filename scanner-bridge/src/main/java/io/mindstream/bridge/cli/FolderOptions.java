package io.mindstream.bridge.cli;

import io.mindstream.bridge.source.ReplayOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a folder in BIDS form is taken: the same for every command that reads one. */
public final class FolderOptions {

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description =
          "Folder: NIfTI mask of the voxels to decode (default: the folder's *_mask.nii[.gz], or,"
              + " where it has none, all voxels above a threshold).")
  private @Nullable Path mask;

  @Option(
      names = "--resample-mask",
      description =
          "Folder: where the mask lies on another grid than the runs, take its nearest voxels.")
  private boolean resampleMask;

  @Option(
      names = "--derivatives",
      paramLabel = "NAME",
      description =
          "Folder: play the series of derivatives/NAME or sourcedata/NAME, such as fmriprep,"
              + " instead of the raw ones.")
  private @Nullable String derivatives;

  /** Made by picocli. */
  public FolderOptions() {}

  /** The mask file, where one is given. */
  public Optional<Path> mask() {
    return Optional.ofNullable(mask);
  }

  /**
   * The choice as options.
   *
   * @param roiThreshold without a mask, see {@link ReplayOptions}
   * @param runs labels of the runs; empty for all
   */
  public ReplayOptions replay(double roiThreshold, List<String> runs) {
    return new ReplayOptions(Optional.ofNullable(mask), roiThreshold, runs)
        .withResampledMask(resampleMask)
        .withDerivatives(Optional.ofNullable(derivatives));
  }
}
