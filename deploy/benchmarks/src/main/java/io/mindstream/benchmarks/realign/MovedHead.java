package io.mindstream.benchmarks.realign;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.imaging.registration.AffineMap;
import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.registration.RigidBody;
import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * A run of which the motion is known: to 5 mm and 5 degrees about each axis, 2 percent of noise, 5
 * percent of drift. Its first volume has not moved.
 *
 * @param file the run
 * @param truth from RAS+ mm of the first volume to those of each
 */
record MovedHead(Path file, List<AffineMap> truth) {

  private static final double MOST = 5;
  private static final double NOISE = 14;
  private static final double DRIFT = 0.05;
  private static final AnalyticHead HEAD = new AnalyticHead(3);

  static Grid grid(VolumeShape shape, double mm) {
    return AnalyticHead.grid(shape, mm);
  }

  static StoredVoxels scan(Grid grid, RigidBody pose, double gain, long seed) {
    return HEAD.scan(grid, pose, gain, NOISE, seed);
  }

  static MovedHead write(Path file, VolumeShape shape, double mm, int volumes) {
    Grid grid = grid(shape, mm);
    Geometry geometry =
        Geometry.newBuilder()
            .setNx(shape.nx())
            .setNy(shape.ny())
            .setNz(shape.nz())
            .setVoxelSizeMm(List.of(mm, mm, mm))
            .setAffine(grid.affine().rows())
            .build();
    SplittableRandom random = new SplittableRandom(11);
    List<AffineMap> truth = new ArrayList<>();
    try (NiftiWriter writer =
        NiftiWriter.create(
            file, NiftiHeader.of(geometry, volumes, NiftiType.INT16, OptionalDouble.of(2)))) {
      for (int i = 0; i < volumes; i++) {
        RigidBody pose =
            i == 0
                ? RigidBody.IDENTITY
                : RigidBody.ofMotion(random.doubles(6, -MOST, MOST).toArray());
        writer.write(bytes(scan(grid, pose, 1 + DRIFT * i / volumes, i)));
        truth.add(pose.about(grid.centre()));
      }
    }
    return new MovedHead(file, truth);
  }

  private static ByteBuffer bytes(StoredVoxels volume) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * volume.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int voxel = 0; voxel < volume.size(); voxel++) {
      bytes.putShort((short) volume.value(voxel));
    }
    return bytes.flip();
  }
}
