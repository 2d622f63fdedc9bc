package io.mindstream.benchmarks.network;

import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.diffusion.NoiseSource;
import io.mindstream.decoder.inference.BrainDecoder;
import io.mindstream.decoder.inference.DeviceChoice;
import io.mindstream.decoder.inference.FloatArray;
import io.mindstream.decoder.inference.Precision;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.network.TorchThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * One noise prediction of a bundle's UNet here and in PyTorch, by turns, so that whatever else the
 * machine does meets both. Arguments: BUNDLE [threads] [repetitions] [fp32|bf16|fp16] [script].
 */
public final class NetworkSpeed {

  private static final int WARM_UP = 3;

  private NetworkSpeed() {}

  /** Prints seconds of each turn, then medians and their ratio. */
  public static void main(String[] args) throws IOException {
    Path bundle = Path.of(args[0]);
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    int repetitions = args.length > 2 ? Integer.parseInt(args[2]) : 9;
    Precision precision =
        args.length > 3 ? Precision.valueOf(args[3].toUpperCase(Locale.ROOT)) : Precision.FP32;
    Path script = Path.of(args.length > 4 ? args[4] : "deploy/benchmarks/python/unet_seconds.py");
    try (ModelBundle opened = ModelBundle.open(bundle);
        BrainDecoder decoder = BrainDecoder.load(opened, new DeviceChoice.Cpu(), precision);
        PythonUnet python = new PythonUnet(script, bundle, threads)) {
      TorchThreads.use(threads);
      System.out.printf("%s, %d threads, python: %s%n", precision, threads, python.version());
      compare(decoder, python, repetitions);
    }
  }

  private static void compare(BrainDecoder decoder, PythonUnet python, int repetitions)
      throws IOException {
    double[] ours = new double[repetitions];
    double[] theirs = new double[repetitions];
    for (int turn = -WARM_UP; turn < repetitions; turn++) {
      double mine = seconds(decoder);
      double other = python.seconds();
      System.out.printf("turn %d: mindstream %.3f s, python %.3f s%n", turn, mine, other);
      if (turn >= 0) {
        ours[turn] = mine;
        theirs[turn] = other;
      }
    }
    System.out.printf(
        "median: mindstream %.3f s, python %.3f s, ratio %.2f%n",
        median(ours), median(theirs), median(theirs) / median(ours));
  }

  private static double seconds(BrainDecoder decoder) {
    Architecture sizes = decoder.model().architecture();
    FloatArray x = decoder.noise(new long[] {1});
    int tokens = sizes.encoder().contextTokens();
    int width = sizes.encoder().contextWidth();
    FloatArray context =
        new FloatArray(
            new long[] {1, tokens, width}, NoiseSource.standardNormal(2, tokens * width));
    long start = System.nanoTime();
    decoder.stages().eps(x, new long[] {501}, context);
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
