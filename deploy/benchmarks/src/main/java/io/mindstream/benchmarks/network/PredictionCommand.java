package io.mindstream.benchmarks.network;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.mindvis.BrainDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One noise prediction here and in PyTorch. */
@Command(
    name = "prediction",
    mixinStandardHelpOptions = true,
    description =
        "One noise prediction here and in PyTorch, by turns, so that whatever else the machine does"
            + " meets both.")
public final class PredictionCommand implements Callable<Integer> {

  private static final int WARM_UP = 3;

  @Mixin private Setup setup = new Setup();

  @Option(
      names = "--turns",
      paramLabel = "N",
      defaultValue = "9",
      description = "Measured turns, after " + WARM_UP + " that are not (default: 9).")
  private int turns;

  @Override
  public Integer call() throws IOException {
    try (BrainDecoder decoder = setup.decoder();
        PythonNetwork python = setup.python()) {
      FloatArray x = decoder.noise(new long[] {1});
      FloatArray context = Inputs.context(decoder);
      compare(() -> decoder.stages().eps(x, new long[] {501}, context), python);
    }
    return 0;
  }

  private void compare(Cost.Work prediction, PythonNetwork python) throws IOException {
    List<Cost> ours = new ArrayList<>();
    List<Cost> theirs = new ArrayList<>();
    for (int turn = -WARM_UP; turn < turns; turn++) {
      Cost mine = Cost.of(prediction);
      Cost other = python.run("unet");
      System.out.printf("turn %d: mindstream %s, PyTorch %s%n", turn, mine, other);
      if (turn >= 0) {
        ours.add(mine);
        theirs.add(other);
      }
    }
    report("median", Cost.median(ours), Cost.median(theirs));
    report("best", Cost.best(ours), Cost.best(theirs));
  }

  private static void report(String what, Cost ours, Cost theirs) {
    System.out.printf(
        "%s: mindstream %s, PyTorch %s, ratio %.2f (CPU %.2f)%n",
        what, ours, theirs, theirs.wall() / ours.wall(), theirs.cpu() / ours.cpu());
  }
}
