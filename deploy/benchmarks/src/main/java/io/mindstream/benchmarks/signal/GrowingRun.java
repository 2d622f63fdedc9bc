package io.mindstream.benchmarks.signal;

import io.mindstream.preprocess.signal.RunSignal;
import io.mindstream.preprocess.signal.SignalRecipe;
import io.mindstream.preprocess.signal.SignalRow;
import io.mindstream.preprocess.signal.SignalShape;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A run that goes on, 5000 ROI voxels and 256 outside, a trial of 4 s each 10 s, TR 2 s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowingRun {

  private static final SignalShape SHAPE = new SignalShape(5000, 256, 2, 0, 20);
  private static final int VOLUMES_A_TRIAL = 5;
  private static final int KEPT = 64;

  /** How the signal is made. */
  @Param("")
  public String recipe = "";

  private final SignalRow[] rows = new SignalRow[KEPT];
  private RunSignal signal = new RunSignal(SignalRecipe.parse("denoised()"), SHAPE);
  private int index;
  private int trials;

  /** Makes the volumes and the first 200 of the run. */
  @Setup
  public void begin() {
    Random random = new Random(1);
    for (int i = 0; i < KEPT; i++) {
      float[] values = noise(SHAPE.voxels(), random);
      float[] outside = noise(SHAPE.outside(), random);
      rows[i] = new SignalRow(i, values, outside, random.doubles(6).toArray(), false);
    }
    signal = new RunSignal(SignalRecipe.parse(recipe), SHAPE);
    index = 0;
    trials = 0;
    while (index < 200) {
      add();
    }
  }

  /** One more volume. */
  @Benchmark
  public RunSignal add() {
    if (index % VOLUMES_A_TRIAL == 0) {
      signal.expect(new Trial(trials++, "n/a", Optional.empty(), (index + 1) * 2.0, 4));
    }
    SignalRow row = rows[index % KEPT];
    signal.add(new SignalRow(index++, row.values(), row.outside(), row.motion(), row.spike()));
    return signal;
  }

  /** The response to a trial of about 12 s before. */
  @Benchmark
  public float[] beta() {
    return signal.trials().beta(trials - 2);
  }

  /** The denoised mean of the last 5 volumes. */
  @Benchmark
  public float[] windowMean() {
    return signal.windowMean(new TrialWindow(index - 5, index - 1));
  }

  private static float[] noise(int voxels, Random random) {
    float[] values = new float[voxels];
    for (int v = 0; v < voxels; v++) {
      values[v] = (float) (1000 + 10 * random.nextGaussian());
    }
    return values;
  }
}
