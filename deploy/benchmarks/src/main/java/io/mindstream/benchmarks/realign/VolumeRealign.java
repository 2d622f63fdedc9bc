package io.mindstream.benchmarks.realign;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.registration.Realigner;
import io.mindstream.imaging.registration.Realignment;
import io.mindstream.imaging.registration.RigidBody;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a volume's stored voxels to its pose, on one thread. */
@State(Scope.Benchmark)
public class VolumeRealign {

  private static final double HEAD_MM = 208;

  /** The grid. */
  @Param("104x104x72")
  public String shape = "";

  /** Motion about each axis in mm and degrees: a head that lies still moves by tenths. */
  @Param("0.3")
  public double motion;

  private Realigner realigner = Realigner.of(empty(), emptyGrid());
  private StoredVoxels volume = empty();

  /** Scans reference and volume. */
  @Setup
  public void scan() {
    VolumeShape voxels = VolumeShape.parse(shape);
    Grid grid = MovedHead.grid(voxels, HEAD_MM / voxels.nx());
    RigidBody pose = RigidBody.ofMotion(motion, -motion, motion, motion, motion, -motion);
    realigner = Realigner.of(MovedHead.scan(grid, RigidBody.IDENTITY, 1, 1), grid);
    volume = MovedHead.scan(grid, pose, 1.01, 2);
  }

  /** Finds the pose from none. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Realignment estimate() {
    return realigner.estimate(volume, RigidBody.IDENTITY);
  }

  private static Grid emptyGrid() {
    return MovedHead.grid(new VolumeShape(1, 1, 1), 1);
  }

  private static StoredVoxels empty() {
    return MovedHead.scan(emptyGrid(), RigidBody.IDENTITY, 1, 0);
  }
}
