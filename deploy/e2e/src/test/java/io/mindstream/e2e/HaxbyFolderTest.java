package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.standalone.cli.Mindstream;
import io.mindstream.testing.SharedData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that plays ten runs of a real experiment. */
class HaxbyFolderTest {

  @TempDir static Path folder;
  private static int exitCode;
  private static JsonNode summary;
  private static String told;

  @BeforeAll
  static void play() throws Exception {
    Path haxby = SharedData.of("data/haxby");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Mindstream.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    exitCode =
        command.execute(
            "demo",
            "--source",
            haxby.toString(),
            "--once",
            "--json",
            "--ports",
            "auto",
            "--steps",
            "2",
            "--data",
            folder.resolve("data").toString());
    told = err.toString();
    summary = new ObjectMapper().readTree(out.toString());
  }

  @Test
  void shouldEndWell() {
    assertThat(exitCode).as(told).isZero();
  }

  @Test
  void shouldPlayEveryVolumeOfEveryRun() {
    assertThat(summary.get("runs") + " runs, " + summary.get("volumes") + " volumes")
        .isEqualTo("10 runs, 1210 volumes");
  }

  @Test
  void shouldStoreAPictureForEachOfTheEightyTrials() {
    assertThat(summary.get("trials") + " trials, " + summary.get("images") + " images")
        .isEqualTo("80 trials, 80 images");
  }

  @Test
  void shouldRefuseNothing() {
    assertThat(summary.get("deadLetters").asInt()).isZero();
  }

  @Test
  void shouldSayWhichVoxelsItTookWithoutAMask() {
    assertThat(told).containsIgnoringCase("threshold").contains("voxels");
  }
}
