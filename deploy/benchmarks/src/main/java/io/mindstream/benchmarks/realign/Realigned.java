package io.mindstream.benchmarks.realign;

import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.imaging.registration.AffineMap;
import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.registration.Realigner;
import io.mindstream.imaging.registration.Realignment;
import io.mindstream.imaging.registration.RigidBody;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool made of a run.
 *
 * @param tool its name
 * @param millis of a volume, by the wall, reading the file left out here and included elsewhere
 * @param maps from RAS+ mm of the first volume to those of each; null where the tool had no time
 */
record Realigned(String tool, double millis, List<@Nullable AffineMap> maps) {

  /** Each volume from the pose of the one before, as in a run; the first pass warms up. */
  static Realigned here(Path file) {
    pass(file);
    return pass(file);
  }

  private static Realigned pass(Path file) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      Grid grid = Grid.of(reader.header().geometry());
      StoredVoxels first = reader.next().view(grid.shape());
      Realigner realigner = Realigner.of(first, grid);
      List<@Nullable AffineMap> maps = new ArrayList<>();
      maps.add(AffineMap.IDENTITY);
      RigidBody pose = RigidBody.IDENTITY;
      long nanos = 0;
      while (reader.hasNext()) {
        StoredVoxels volume = reader.next().view(grid.shape());
        long begun = System.nanoTime();
        Realignment found = realigner.estimate(volume, pose);
        nanos += System.nanoTime() - begun;
        pose = found.pose();
        maps.add(found.converged() ? pose.about(grid.centre()) : null);
      }
      return new Realigned("mindstream", nanos / 1e6 / (maps.size() - 1), maps);
    }
  }
}
