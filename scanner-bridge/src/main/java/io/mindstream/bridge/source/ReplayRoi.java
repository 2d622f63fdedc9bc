package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.BidsFolder;
import io.mindstream.imaging.roi.MaskChoice;
import io.mindstream.imaging.roi.MaskFile;
import io.mindstream.imaging.roi.MeanVolume;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.RoiMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The region of interest of a folder's runs: chosen voxels, a mask, or a threshold. */
final class ReplayRoi {

  private final BidsFolder folder;
  private final ReplayOptions options;

  ReplayRoi(BidsFolder folder, ReplayOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * The mask on the grid of the first run that it fits.
   *
   * @param runs at least one
   * @throws RoiException where the mask is empty, several can be meant, or a voxel lies outside
   * @throws BidsException where the mask fits no run
   */
  RoiMask of(List<OpenedRun> runs) {
    OpenedRun first = runs.get(0);
    return options
        .voxels()
        .map(voxels -> voxels.on(first.header().geometry()))
        .or(() -> mask(runs).map(file -> fitting(MaskFile.read(file), runs)))
        .orElseGet(() -> aboveThreshold(first));
  }

  private Optional<Path> mask(List<OpenedRun> runs) {
    Set<String> subjects =
        runs.stream().map(run -> run.run().runId().subject()).collect(Collectors.toSet());
    return options.mask().or(() -> MaskChoice.of(folder.masks(subjects), runs.get(0).header()));
  }

  private RoiMask fitting(MaskFile mask, List<OpenedRun> runs) {
    List<String> problems = new ArrayList<>();
    for (OpenedRun run : runs) {
      try {
        return mask.on(
            run.header(),
            run.run().bold().toString(),
            options.resampleMask(),
            run.run().runId().subject());
      } catch (RoiException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    throw new BidsException(folder.root(), "no run can be played: " + problems.get(0));
  }

  private RoiMask aboveThreshold(OpenedRun first) {
    return RoiMasks.aboveThreshold(
        MeanVolume.of(first.run().bold()),
        options.roiThreshold(),
        first.run().runId().subject(),
        first.run().runId().toString());
  }
}
