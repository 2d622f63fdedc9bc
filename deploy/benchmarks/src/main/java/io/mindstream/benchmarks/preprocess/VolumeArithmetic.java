package io.mindstream.benchmarks.preprocess;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.preprocess.normalise.RunFold;
import io.mindstream.preprocess.normalise.RunningBaseline;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.quality.QualityLimits;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.roi.RoiPlace;
import io.mindstream.preprocess.roi.RunReference;
import io.mindstream.preprocess.roi.RunReference.Reading;
import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one volume of 104x104x72 int16 costs without Kafka, 5000 ROI voxels and 256 outside. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VolumeArithmetic {

  private static final VolumeShape SHAPE = new VolumeShape(104, 104, 72);
  private static final int VOXELS = 5000;
  private static final double TR = 2;

  /** So many rows, each with noise of its own, that no order among them comes again soon. */
  private static final int ROWS = 997;

  private final Grid grid = AnalyticHead.grid(SHAPE, SimulatedScans.FIELD_MM / SHAPE.nx());
  private final SimulatedScans scans = SimulatedScans.of(SHAPE);
  private final int[] roi = scans.roi(VOXELS);
  private final RunReference reference =
      RunReference.of(scans.volume(0), grid, RoiPlace.drawnOn(grid, roi), Realign.OFF);
  private final VolumeRow[] rows = new VolumeRow[ROWS];
  private final AvroCodec<BoldVolume> codec =
      Topics.standard().volumes().codec(new SchemaRegistry("mock://arithmetic"));
  private final byte[] record = codec.encode(scans.record("sub-01_task-speed_run-01", 0, TR));
  private final RunningBaseline baseline = new RunningBaseline(VOXELS);
  private final RunFold fold;
  private int index;

  /** Makes the rows; when the fold is measured, it is beyond its first 64. */
  public VolumeArithmetic() {
    Reading read = reference.read(scans.volume(0), new double[0]);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < rows.length; i++) {
      VolumeContext context =
          new VolumeContext(
              SimulatedScans.noisy(read.context().outside(), random),
              read.context().motion(),
              read.context().ghostRatio());
      float[] values = SimulatedScans.noisy(read.values(), random);
      rows[i] = new VolumeRow(0, Instant.EPOCH, Instant.EPOCH, values, context);
    }
    FoldedRun run =
        new FoldedRun(VOXELS, TR, OptionalInt.empty(), rows[0].context().outside().length);
    fold = new RunFold(VectorMethod.of("running", 120), run, QualityLimits.DEFAULT);
  }

  /** Bytes of the topic to the record. */
  @Benchmark
  public BoldVolume decode() {
    return codec.decode(record);
  }

  /** The record to the ROI's voxels. */
  @Benchmark
  public float[] gather() {
    return scans.volume(0).gather(roi);
  }

  /** The ROI's voxels, those outside it, and the ghosts. */
  @Benchmark
  public Reading read() {
    StoredVoxels volume = scans.volume(index++ % rows.length);
    return reference.read(volume, new double[0]);
  }

  /** Mean, drift and deviation of each voxel. */
  @Benchmark
  public RunningBaseline baseline() {
    baseline.add(index, rows[index++ % rows.length].values());
    return baseline;
  }

  /** The baseline and every measure of quality. */
  @Benchmark
  public RunFold fold() {
    fold.add(index, rows[index++ % rows.length]);
    return fold;
  }
}
