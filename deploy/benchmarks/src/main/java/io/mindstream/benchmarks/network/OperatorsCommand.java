package io.mindstream.benchmarks.network;

import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.mindvis.BrainDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Where the time of a noise prediction goes. */
@Command(
    name = "operators",
    mixinStandardHelpOptions = true,
    description = {
      "Where the time of one noise prediction goes, here and in PyTorch, by kind of operator.",
      "Also how fast a plain matrix product and a convolution run: the ceiling."
    })
public final class OperatorsCommand implements Callable<Integer> {

  private static final int WARM_UP = 4;

  @Mixin private Setup setup = new Setup();

  @Override
  public Integer call() throws IOException {
    try (BrainDecoder decoder = setup.decoder();
        PythonNetwork python = setup.python()) {
      FloatArray x = decoder.noise(new long[] {1});
      FloatArray context = Inputs.context(decoder);
      Cost.Work prediction = () -> decoder.stages().eps(x, new long[] {501}, context);
      for (int i = 0; i < WARM_UP; i++) {
        prediction.run();
        python.run("unet");
      }
      print(OperatorKind.sums(profile(prediction)), OperatorKind.sums(theirs(python)));
    }
    Ceiling.print();
    return 0;
  }

  /** Operator to its own milliseconds. */
  private static Map<String, Double> profile(Cost.Work work) throws IOException {
    Path trace = Files.createTempFile("operators", ".json");
    try {
      JniUtils.startProfile(false, false, false);
      work.run();
      JniUtils.stopProfile(trace.toString());
      return OperatorTrace.ownMillis(trace);
    } finally {
      Files.delete(trace);
    }
  }

  private static Map<String, Double> theirs(PythonNetwork python) throws IOException {
    Map<String, Double> millis = new TreeMap<>();
    new ObjectMapper()
        .readTree(python.operators())
        .properties()
        .forEach(entry -> millis.put(entry.getKey(), entry.getValue().asDouble()));
    return millis;
  }

  private static void print(Map<OperatorKind, Double> ours, Map<OperatorKind, Double> theirs) {
    System.out.printf("%-20s %18s %18s%n", "", "mindstream", "PyTorch");
    for (OperatorKind kind : OperatorKind.values()) {
      System.out.printf("%-20s %18s %18s%n", kind, share(ours, kind), share(theirs, kind));
    }
  }

  private static String share(Map<OperatorKind, Double> millis, OperatorKind kind) {
    double all = millis.values().stream().mapToDouble(Double::doubleValue).sum();
    double own = millis.getOrDefault(kind, 0.0);
    return "%.0f ms %5.1f %%".formatted(own, 100 * own / all);
  }
}
