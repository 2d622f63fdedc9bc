package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.Jmh;
import io.mindstream.benchmarks.Quantiles;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Statistics times =
        new Jmh(3, 2, 5, 1).one(MosaicRead.class, ".*", Map.of("path", file.toString()));
    System.out.printf(
        "turn %d: mindstream (JMH) median %.3f, least %.3f, p99 %.3f%n",
        turn, times.getPercentile(50), times.getMin(), times.getPercentile(99));
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
    try (TemporaryFolder out = TemporaryFolder.create()) {
      List<String> command = new ArrayList<>(List.of("dcm2niix", "-s", "y", "-b", "n", "-w", "1"));
      command.addAll(List.of("-f", "v", "-o", out.path().toString(), file.toString()));
      for (int call = 0; call < CALLS; call++) {
        long begun = System.nanoTime();
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
        millis.add((System.nanoTime() - begun) / 1e6);
      }
    } catch (IOException e) {
      System.out.println("dcm2niix skipped: apt install dcm2niix");
      return;
    }
    Quantiles times = Quantiles.of(millis);
    System.out.printf(
        "turn %d: dcm2niix, a process each, median %.1f, least %.1f%n",
        turn, times.at(0.5), times.at(0));
  }
}
