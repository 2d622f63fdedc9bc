package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.Quantiles;
import io.mindstream.bridge.source.FeedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Reads one mosaic here, in pydicom and by dcm2niix, by turns. */
final class ReadComparison {

  private static final String PYTHON = "/usr/bin/python3";
  private static final int CALLS = 9;

  private final Path script;
  private final Path file;
  private final int slices;

  ReadComparison(Path script, Path file) throws IOException {
    this.script = script;
    this.file = file;
    this.slices = MosaicRead.volume(Files.readAllBytes(file)).shape().nz();
  }

  void run(int turns) throws IOException, InterruptedException {
    System.out.printf("reading a mosaic of %d slices, %d bytes, ms%n", slices, Files.size(file));
    for (int turn = 1; turn <= turns; turn++) {
      mindstream(turn);
      pydicom(turn);
      dcm2niix(turn);
    }
  }

  private void mindstream(int turn) {
    var options =
        new OptionsBuilder()
            .include(MosaicRead.class.getName() + "\\.")
            .param("path", file.toString())
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      RunResult result = new Runner(options).runSingle();
      Statistics times = result.getPrimaryResult().getStatistics();
      System.out.printf(
          "turn %d: mindstream (JMH) median %.3f, least %.3f, p99 %.3f%n",
          turn, times.getPercentile(50), times.getMin(), times.getPercentile(99));
    } catch (RunnerException e) {
      throw new FeedException("JMH did not run: " + e.getMessage());
    }
  }

  private void pydicom(int turn) throws IOException, InterruptedException {
    List<String> command =
        List.of(PYTHON, script.toString(), file.toString(), String.valueOf(slices));
    if (!Files.isExecutable(Path.of(PYTHON))) {
      System.out.println("pydicom skipped: there is no " + PYTHON);
      return;
    }
    Process process = new ProcessBuilder(command).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(
        process.waitFor() == 0
            ? "turn %d: pydicom %s".formatted(turn, said.strip())
            : "pydicom skipped: apt install python3-pydicom python3-numpy");
  }

  private void dcm2niix(int turn) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    Path out = Files.createTempDirectory("nifti");
    for (int call = 0; call < CALLS; call++) {
      long begun = System.nanoTime();
      try {
        new ProcessBuilder(
                "dcm2niix",
                "-s",
                "y",
                "-b",
                "n",
                "-w",
                "1",
                "-f",
                "v",
                "-o",
                out.toString(),
                file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException e) {
        System.out.println("dcm2niix skipped: apt install dcm2niix");
        return;
      }
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    Quantiles times = Quantiles.of(millis);
    System.out.printf(
        "turn %d: dcm2niix, a process each, median %.1f, least %.1f%n",
        turn, times.at(0.5), times.at(0));
  }
}
