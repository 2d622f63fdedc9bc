package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.standalone.cli.Mindstream;
import io.mindstream.testing.SharedData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A model that hardly trained, evaluated on a run of a real experiment through the whole pipeline:
 * what the command does, not how good the pictures are.
 */
class HaxbyEvaluationTest {

  @TempDir static Path folder;
  private static Path haxby;
  private static Told evaluated;

  /** What a command said. */
  private record Told(int exitCode, String out, String err) {}

  @BeforeAll
  static void trainAndEvaluate() throws Exception {
    haxby = SharedData.of("data/haxby");
    Told trained =
        run(
            "train --preset haxby --runs 1,2 --effort 0.001 --trials 32".split(" "),
            "--data",
            haxby.toString(),
            "--out",
            model());
    assertThat(trained.exitCode).as(trained.err).isZero();
    evaluated = evaluate("3");
  }

  @Test
  void shouldDecodeEveryTrialOfTheRun() throws Exception {
    assertThat(evaluated.exitCode).as(evaluated.err).isZero();
    assertThat(result().get("trials").asInt()).isEqualTo(8);
  }

  @Test
  void shouldPrintTheSplit() {
    assertThat(evaluated.err)
        .contains(
            "trained on sub-1_task-objectviewing_run-01, sub-1_task-objectviewing_run-02",
            "tested on  sub-1_task-objectviewing_run-03");
  }

  @Test
  void shouldCompareWithRidgeOnTheSameSplit() throws Exception {
    assertThat(result().get("ridgeTop1").asDouble()).isGreaterThan(1.0 / 8);
    assertThat(result().get("ridgeTop1OnPipelineVectors").asDouble()).isGreaterThan(1.0 / 8);
  }

  @Test
  void shouldCountEveryTrialInTheConfusion() throws Exception {
    int counted = 0;
    for (JsonNode row : result().get("confusion")) {
      for (JsonNode cell : row) {
        counted += cell.asInt();
      }
    }
    assertThat(counted).isEqualTo(8);
  }

  @Test
  void shouldDrawTheContactSheet() {
    assertThat(Files.exists(folder.resolve("sheet.png"))).isTrue();
  }

  @Test
  void shouldRefuseARunThatWasTrainedOn() {
    Told refused = evaluate("2,3");

    assertThat(refused.exitCode).isNotZero();
    assertThat(refused.err).contains("run-02 was used in training");
  }

  private static JsonNode result() throws Exception {
    return new ObjectMapper().readTree(evaluated.out);
  }

  private static String model() {
    return folder.resolve("model").toString();
  }

  private static Told evaluate(String runs) {
    return run(
        "evaluate --steps 2 --json".split(" "),
        "--runs",
        runs,
        "--model",
        model(),
        "--data",
        haxby.toString(),
        "--sheet",
        folder.resolve("sheet.png").toString());
  }

  private static Told run(String[] words, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Mindstream.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    int exitCode = command.execute(all);
    return new Told(exitCode, out.toString(), err.toString());
  }
}
