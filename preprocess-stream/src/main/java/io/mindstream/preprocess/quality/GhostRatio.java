package io.mindstream.preprocess.quality;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ghost-to-signal ratio of EPI volumes, as in mriqc's {@code gsr} (Giannelli et al., J. Appl. Clin.
 * Med. Phys. 11, 2010): (mean of the N/2 ghost - mean background) / mean brain.
 *
 * <p>Brain is what is above {@link ClipLevel}. The N/2 ghost is the brain moved by half the grid
 * along the phase-encode axis, without the brain itself; the background is the rest. Headers of
 * runs do not tell that axis: it is taken to be y, the usual one of axial slices (BIDS: j). The
 * three are chosen once, in a run's first volume, and up to 500 voxels of each are looked at.
 */
public final class GhostRatio {

  private static final int FEWEST_LINES = 8;
  private static final int FEWEST_VOXELS = 64;
  private static final int MOST_VOXELS = 500;

  private final int[] brain;
  private final int[] ghost;
  private final int[] background;

  private GhostRatio(int[] brain, int[] ghost, int[] background) {
    this.brain = brain;
    this.ghost = ghost;
    this.background = background;
  }

  /**
   * Chooses the voxels.
   *
   * @param first the run's first volume, not kept
   * @param level its {@link ClipLevel}
   */
  public static GhostRatio chosenIn(StoredVoxels first, VolumeShape shape, double level) {
    if (shape.ny() < FEWEST_LINES || Double.isNaN(level)) {
      return new GhostRatio(new int[0], new int[0], new int[0]);
    }
    int[] brain = voxels(first).filter(v -> first.value(v) >= level).toArray();
    int[] dark = voxels(first).filter(v -> first.value(v) < level).toArray();
    int[] ghost =
        Arrays.stream(dark).filter(v -> first.value(opposite(v, shape)) >= level).toArray();
    int[] background =
        Arrays.stream(dark).filter(v -> !(first.value(opposite(v, shape)) >= level)).toArray();
    return new GhostRatio(
        EvenSample.of(brain, MOST_VOXELS),
        EvenSample.of(ghost, MOST_VOXELS),
        EvenSample.of(background, MOST_VOXELS));
  }

  /**
   * Of a volume of the run.
   *
   * @return without unit; NaN where the grid is too small, or has no room beside the brain
   */
  public double of(StoredVoxels volume) {
    boolean room = Math.min(ghost.length, background.length) >= FEWEST_VOXELS;
    return room
        ? (mean(volume, ghost) - mean(volume, background)) / mean(volume, brain)
        : Double.NaN;
  }

  private static IntStream voxels(StoredVoxels volume) {
    return IntStream.range(0, volume.size());
  }

  /** The voxel that is half the grid away along y. */
  private static int opposite(int voxel, VolumeShape shape) {
    int y = voxel / shape.nx() % shape.ny();
    return voxel + shape.nx() * ((y + shape.ny() / 2) % shape.ny() - y);
  }

  /** The mean over some voxels; one that is not finite is left out. */
  private static double mean(StoredVoxels volume, int[] region) {
    double sum = 0;
    int finite = 0;
    for (float value : volume.gather(region)) {
      if (Float.isFinite(value)) {
        sum += value;
        finite++;
      }
    }
    return sum / finite;
  }
}
