package io.mindstream.preprocess.quality;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;

/**
 * Ghost-to-signal ratio of an EPI volume, as in mriqc's {@code gsr} (Giannelli et al., J. Appl.
 * Clin. Med. Phys. 11, 2010): (mean of the N/2 ghost - mean background) / mean brain.
 *
 * <p>Brain is what is above {@link ClipLevel}. The N/2 ghost is the brain moved by half the grid
 * along the phase-encode axis, without the brain itself; the background is the rest. Headers of
 * runs do not tell that axis: it is taken to be y, the usual one of axial slices (BIDS: j).
 */
public final class GhostRatio {

  private static final int FEWEST_LINES = 8;
  private static final int FEWEST_VOXELS = 64;
  private static final int VOXELS_LOOKED_AT = 50_000;

  private final Region brain = new Region();
  private final Region ghost = new Region();
  private final Region background = new Region();

  private GhostRatio() {}

  /**
   * Of one volume.
   *
   * @return without unit; NaN where the grid is too small, or has no room beside the brain
   */
  public static double of(StoredVoxels volume, VolumeShape shape) {
    double level = ClipLevel.of(volume);
    if (shape.ny() < FEWEST_LINES || Double.isNaN(level)) {
      return Double.NaN;
    }
    GhostRatio regions = new GhostRatio();
    int step = Math.max(1, volume.size() / VOXELS_LOOKED_AT); // whole slices, evenly spread
    for (int z = 0; z < shape.nz(); z += step) {
      regions.addSlice(volume, shape, z, level);
    }
    return regions.ratio();
  }

  private void addSlice(StoredVoxels volume, VolumeShape shape, int z, double level) {
    for (int y = 0; y < shape.ny(); y++) {
      int opposite = (y + shape.ny() / 2) % shape.ny();
      for (int x = 0; x < shape.nx(); x++) {
        double value = volume.value(shape.index(x, y, z));
        boolean ghosted = volume.value(shape.index(x, opposite, z)) >= level;
        (value >= level ? brain : ghosted ? ghost : background).add(value);
      }
    }
  }

  private double ratio() {
    boolean room = Math.min(ghost.voxels, background.voxels) >= FEWEST_VOXELS;
    return room ? (ghost.mean() - background.mean()) / brain.mean() : Double.NaN;
  }

  /** The sum over some voxels; one that is not finite is left out. */
  private static final class Region {
    private double sum;
    private int voxels;

    void add(double value) {
      if (Double.isFinite(value)) {
        sum += value;
        voxels++;
      }
    }

    double mean() {
      return sum / voxels;
    }
  }
}
