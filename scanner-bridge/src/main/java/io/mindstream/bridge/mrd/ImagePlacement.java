package io.mindstream.bridge.mrd;

import io.mindstream.bridge.push.PushedGrid;
import io.mindstream.bridge.push.WireException;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where the voxels of images lie. As in the DICOM writers of Gadgetron, voxel (nx / 2, ny / 2) of a
 * slice lies at the header's position, and for a volume also nz / 2.
 */
final class ImagePlacement {

  private static final double LEAST_MM = 0.01;

  private ImagePlacement() {}

  /** The grid of an image of three dimensions. */
  static NiftiHeader ofVolume(MrdImage image, OptionalDouble trSeconds) {
    double depth = image.header().voxelMm(2);
    double[] step = scaled(image.directions().z(), depth);
    double[] first = corner(image);
    double half = image.header().matrix().nz() / 2.0;
    for (int axis = 0; axis < 3; axis++) {
      first[axis] -= half * step[axis];
    }
    return grid(image, image.header().matrix(), first, step, trSeconds);
  }

  /**
   * The grid of slices.
   *
   * @param slices at least one, by their place along the slice direction
   * @throws WireException where two lie at the same place
   */
  static NiftiHeader ofSlices(List<MrdImage> slices, OptionalDouble trSeconds)
      throws WireException {
    MrdImage first = slices.get(0);
    MrdImage last = slices.get(slices.size() - 1);
    double[] step = scaled(first.directions().z(), first.header().fieldOfViewMm()[2]);
    if (slices.size() > 1) {
      step = between(first, last, slices.size() - 1);
      requireEven(slices, Math.sqrt(Directions.dot(step, step)));
    }
    VolumeShape matrix = first.header().matrix();
    VolumeShape shape = new VolumeShape(matrix.nx(), matrix.ny(), slices.size());
    return grid(first, shape, corner(first), step, trSeconds);
  }

  private static double[] between(MrdImage first, MrdImage last, int steps) {
    double[] step = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      step[axis] = (last.header().position()[axis] - first.header().position()[axis]) / steps;
    }
    return step;
  }

  private static void requireEven(List<MrdImage> slices, double spacing) throws WireException {
    for (int i = 1; i < slices.size(); i++) {
      double distance = slices.get(i).along() - slices.get(i - 1).along();
      if (distance < LEAST_MM || Math.abs(distance - spacing) > spacing / 10) {
        throw WireException.field(
            "position",
            "%.2f mm from slice to slice, %.2f mm on the average".formatted(distance, spacing),
            "slices of a volume lie at even distances along slice_dir");
      }
    }
  }

  /** The centre of the first voxel of an image's first row. */
  private static double[] corner(MrdImage image) {
    ImageHeader header = image.header();
    double[] corner = header.position().clone();
    for (int axis = 0; axis < 3; axis++) {
      corner[axis] -= header.fieldOfViewMm()[0] / 2 * image.directions().x()[axis];
      corner[axis] -= header.fieldOfViewMm()[1] / 2 * image.directions().y()[axis];
    }
    return corner;
  }

  private static NiftiHeader grid(
      MrdImage image, VolumeShape shape, double[] first, double[] step, OptionalDouble tr) {
    double[] x = scaled(image.directions().x(), image.header().voxelMm(0));
    double[] y = scaled(image.directions().y(), image.header().voxelMm(1));
    List<Double> affine = new ArrayList<>();
    for (int axis = 0; axis < 3; axis++) {
      for (double[] column : List.of(x, y, step, first)) {
        affine.add(axis < 2 ? 0 - column[axis] : column[axis]); // From LPS to RAS.
      }
    }
    List<Double> sizes =
        List.of(
            image.header().voxelMm(0),
            image.header().voxelMm(1),
            Math.sqrt(Directions.dot(step, step)));
    return PushedGrid.header(shape, sizes, affine, true, tr);
  }

  private static double[] scaled(double[] vector, double by) {
    return new double[] {by * vector[0], by * vector[1], by * vector[2]};
  }
}
