package io.mindstream.benchmarks.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.benchmarks.cuda.Python.Outcome;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, as whoever has a GPU starts it. */
class CudaCheckTest {

  private static final String SCRIPT = "cuda_check.py";

  @TempDir private Path folder;

  @Test
  void shouldTeachWithExamplesWhereThereIsNoTorch() {
    Outcome outcome = Python.any().run("-I", "-S", SCRIPT, "--help");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("examples:", "--quick", "report.txt");
  }

  @Test
  void shouldAskForTorchWhereThereIsNone() {
    Outcome outcome = Python.any().run("-I", "-S", SCRIPT);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("needs PyTorch 2.1 or newer, and this Python has none");
  }

  @Test
  void shouldSayHowToMakeTheFilesThatAreNotThere() {
    Outcome outcome = Python.any().run(SCRIPT, "--pack", folder.toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("there is no tiny.json", "cuda-pack --out DIR");
  }

  @Test
  void shouldRefuseAnOlderTorch() throws IOException {
    Python python = Python.withTorch(false);
    pack();

    Outcome outcome = python.run(folder.resolve(SCRIPT).toString(), "--parity");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("cuda_check: needs PyTorch 2.1 or newer, found 1.")
        .hasLineCount(1);
  }

  @Test
  void shouldGetTheGoldenNumbersOnTheCpu() throws IOException {
    Python python = Python.withTorch(true);
    pack();

    Outcome outcome = python.run(folder.resolve(SCRIPT).toString(), "--parity", "--device", "cpu");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(outcome.out().lines().findFirst().orElseThrow());
    assertThat(report.path("holds").asBoolean()).isTrue();
    assertThat(report.path("parity")).hasSize(8);
  }

  private void pack() throws IOException {
    CudaPack pack = new CudaPack(Path.of("").toAbsolutePath(), folder);
    pack.writeScripts();
    pack.writeTiny(new TinyFixture(SharedData.of("fixtures/mind-vis-tiny")));
  }
}
