package io.mindstream.imaging.roi;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mask as its file has it: the voxels that are neither 0 nor NaN, on the mask's own grid.
 *
 * @param file where it was read
 * @param header its grid and place
 * @param voxels linear indices on the mask's grid; the record owns the set, readers must not change
 *     it
 * @param values what the voxels hold, for people; empty for a plain mask of one value
 */
public record MaskFile(Path file, NiftiHeader header, BitSet voxels, String values) {

  private static final Pattern DESCRIPTION = Pattern.compile("_desc-([A-Za-z0-9]+)_");

  /** Labels are whole numbers; an atlas in FLOAT32 holds them so nearly. */
  private static final double ROUNDING = 1e-3;

  /**
   * Reads a mask.
   *
   * @throws RoiException where it has several volumes, or no voxel
   * @throws io.mindstream.imaging.nifti.NiftiException where the file cannot be read
   */
  public static MaskFile read(Path file) {
    return read(file, value -> value != 0 && !Double.isNaN(value));
  }

  /**
   * Reads one region of an atlas.
   *
   * @param label the number that its voxels hold
   * @throws RoiException where the file has several volumes, or no voxel of the label
   * @throws io.mindstream.imaging.nifti.NiftiException where the file cannot be read
   */
  public static MaskFile read(Path file, int label) {
    return read(file, value -> Math.abs(value - label) < ROUNDING);
  }

  private static MaskFile read(Path file, DoublePredicate wanted) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      NiftiHeader header = reader.header();
      if (header.volumes() > 1) {
        throw new RoiException(
            file
                + ": dim[4]: a mask has three dimensions, this one has "
                + header.volumes()
                + " volumes; write the one that is meant into a file of its own (fslroi, or"
                + " nibabel's four_to_three), or give another --mask");
      }
      StoredVoxels stored = reader.next().view(header.shape());
      BitSet voxels = new BitSet(stored.size());
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int voxel = 0; voxel < stored.size(); voxel++) {
        double value = stored.value(voxel);
        if (wanted.test(value)) {
          voxels.set(voxel);
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
      return new MaskFile(file, header, voxels, values(least, most)).notEmpty();
    }
  }

  private static String values(double least, double most) {
    return least < most
        ? String.format(
            Locale.ROOT, ", values from %.4g to %.4g: every one that is not 0 counts", least, most)
        : "";
  }

  private MaskFile notEmpty() {
    if (voxels.isEmpty()) {
      throw new RoiException(
          file
              + ": the mask is empty: all of its "
              + header.shape().voxels()
              + " voxels are 0 or NaN, or other labels than were asked for; give another --mask");
    }
    return this;
  }

  /**
   * The mask on a run's grid. Where the grids hold the same voxels along other axes or in other
   * directions, those of the same place are taken.
   *
   * @param run the run's grid
   * @param runName for people
   * @param resample true takes the nearest mask voxel of each run voxel where the grids differ
   * @param subject BIDS label, for the mask's id
   * @throws RoiException where the grids differ in another way; it names both
   */
  public RoiMask on(NiftiHeader run, String runName, boolean resample, String subject) {
    Geometry own = header.geometry();
    Geometry theirs = run.geometry();
    if (!header.placed() || !run.placed()) {
      requireShape(run, runName);
      return mask(theirs, voxels, subject, unplaced(run));
    }
    Optional<GridMapping> mapping = GridMapping.between(theirs, own);
    if (mapping.filter(map -> map.isIdentity(theirs, own)).isPresent()) {
      return mask(theirs, voxels, subject, "");
    }
    boolean rearranged = mapping.filter(map -> map.isRearrangement(theirs, own)).isPresent();
    if (mapping.isEmpty() || !(rearranged || resample)) {
      throw new RoiException(differ(run, runName));
    }
    String how =
        rearranged
            ? "; its axes run otherwise than the run's, brought together by the affines"
            : "; resampled by nearest neighbour";
    return mask(theirs, moved(mapping.get(), run.shape()), subject, how);
  }

  private BitSet moved(GridMapping mapping, VolumeShape run) {
    VolumeShape own = header.shape();
    BitSet moved = new BitSet(run.voxels());
    for (int voxel = 0; voxel < run.voxels(); voxel++) {
      double[] at =
          mapping.apply(voxel % run.nx(), voxel / run.nx() % run.ny(), voxel / run.nx() / run.ny());
      long x = Math.round(at[0]);
      long y = Math.round(at[1]);
      long z = Math.round(at[2]);
      boolean inside = x >= 0 && x < own.nx() && y >= 0 && y < own.ny() && z >= 0 && z < own.nz();
      moved.set(voxel, inside && voxels.get(own.index((int) x, (int) y, (int) z)));
    }
    return moved;
  }

  private RoiMask mask(Geometry grid, BitSet chosen, String subject, String how) {
    String description =
        String.format(
            Locale.ROOT,
            "mask %s: %d of %d voxels%s%s",
            file.getFileName(),
            chosen.cardinality(),
            grid.getNx() * grid.getNy() * grid.getNz(),
            values,
            how);
    return RoiMasks.mask(subject, kind(), grid, chosen.stream().toArray(), description);
  }

  private String unplaced(NiftiHeader run) {
    boolean same = header.voxelSizeMm().equals(run.voxelSizeMm());
    return "; "
        + (header.placed() ? "the run's header" : "its header")
        + " does not say where the grid lies (no sform, no qform), so that voxels are taken by their"
        + " indices"
        + (same ? "" : " although voxel sizes differ");
  }

  private void requireShape(NiftiHeader run, String runName) {
    if (!header.shape().equals(run.shape())) {
      throw new RoiException(differ(run, runName));
    }
  }

  private String differ(NiftiHeader run, String runName) {
    return "%s has volumes of %s, affine %s, but the mask %s is %s, affine %s: other voxels than the run's; give a --mask on the run's grid, or have replay, demo, vectors or roi publish take the nearest voxels by --resample-mask"
        .formatted(
            runName, run.shape(), Affine.text(run), file, header.shape(), Affine.text(header));
  }

  /** The name's desc label, so that a mask keeps its id when it is written and read again. */
  private String kind() {
    Matcher matcher = DESCRIPTION.matcher(String.valueOf(file.getFileName()));
    return matcher.find() ? matcher.group(1) : "mask";
  }
}
