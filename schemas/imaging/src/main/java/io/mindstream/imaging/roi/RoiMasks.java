package io.mindstream.imaging.roi;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RoiChecksum;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Makes masks for the topic decoder.rois. */
public final class RoiMasks {

  /**
   * Default fraction for {@link #aboveThreshold}: a quarter of the brightest tissue leaves out air
   * and bone, and keeps grey and white matter.
   */
  public static final double DEFAULT_FRACTION = 0.25;

  private static final double BRIGHT_PERCENTILE = 0.98;

  private RoiMasks() {}

  /**
   * All voxels whose mean over a run is above a threshold: a fraction of the 98th percentile of the
   * mean volume. The percentile, not the maximum, so that a few bright vessels do not move it.
   *
   * @param fraction above 0, below 1
   * @param runName the run, for people
   * @throws RoiException where no voxel is left
   */
  public static RoiMask aboveThreshold(
      MeanVolume mean, double fraction, String subject, String runName) {
    double[] values = mean.values();
    double threshold = fraction * percentile(values, BRIGHT_PERCENTILE);
    int[] indices =
        IntStream.range(0, values.length).filter(voxel -> values[voxel] > threshold).toArray();
    String description =
        String.format(
            Locale.ROOT,
            "no mask given: voxels whose mean over %s exceeds %.4g (%.3g of the mean volume's 98th"
                + " percentile): %d of %d voxels",
            runName,
            threshold,
            fraction,
            indices.length,
            values.length);
    return mask(subject, "threshold", mean.geometry(), indices, description);
  }

  /**
   * The brightest voxels of a mean volume: for a model that takes so many, where nobody drew a
   * mask.
   *
   * @param count how many; all where the volume has no more
   * @param runName what the volume is, for people
   */
  public static RoiMask brightest(MeanVolume mean, int count, String subject, String runName) {
    double[] values = mean.values();
    int[] indices =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer voxel) -> values[voxel]).reversed())
            .limit(count)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    String description =
        "no mask given: the %d brightest voxels of %s".formatted(indices.length, runName);
    return mask(subject, "brightest", mean.geometry(), indices, description);
  }

  /**
   * A mask under an id that names its voxels: two masks never share one by accident.
   *
   * @param kind how it was made: letters and digits
   * @param indices linear, origin 0, in the order of the vectors
   * @throws RoiException where there are none
   */
  public static RoiMask mask(
      String subject, String kind, Geometry geometry, int[] indices, String description) {
    if (indices.length == 0) {
      throw new RoiException(
          "the region of interest is empty ("
              + description
              + "); give another --mask, or a lower --roi-threshold");
    }
    List<Integer> boxed = Arrays.stream(indices).boxed().toList();
    return RoiMask.newBuilder()
        .setRoiId("sub-" + subject + "_desc-" + kind + checksum(geometry, indices))
        .setGeometry(geometry)
        .setIndices(boxed)
        .setDescription(description)
        .setChecksum(RoiChecksum.of(VolumeShape.of(geometry), indices))
        .build();
  }

  /**
   * Checks that a mask holds for a run: it has the grid that the mask was made for, at the same
   * place.
   *
   * @throws RoiException where it has another; it names both affines
   */
  public static void requireFits(RoiMask mask, NiftiHeader run, String runName) {
    Geometry grid = mask.getGeometry();
    Geometry theirs = run.geometry();
    boolean sameShape = VolumeShape.of(grid).equals(run.shape());
    boolean samePlace =
        !run.placed()
            || GridMapping.between(theirs, grid)
                .filter(map -> map.isIdentity(theirs, grid))
                .isPresent();
    if (!sameShape || !samePlace) {
      throw new RoiException(
          "%s has volumes of %s, affine %s, but the region of interest was drawn on %d x %d x %d, affine %s (%s); play it in a call of its own (--runs), with a --mask on its grid"
              .formatted(
                  runName,
                  run.shape(),
                  Affine.text(run),
                  grid.getNx(),
                  grid.getNy(),
                  grid.getNz(),
                  Affine.text(grid.getAffine()),
                  mask.getDescription()));
    }
  }

  private static String checksum(Geometry geometry, int[] indices) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (indices.length + 3));
    bytes.putInt(geometry.getNx()).putInt(geometry.getNy()).putInt(geometry.getNz());
    for (int index : indices) {
      bytes.putInt(index);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.flip());
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  private static double percentile(double[] values, double fraction) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.floor(fraction * (sorted.length - 1))];
  }
}
