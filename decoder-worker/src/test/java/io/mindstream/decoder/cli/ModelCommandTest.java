package io.mindstream.decoder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelCommandTest {

  private static final String VECTORS =
      "\"vectors\" : {\"normalisation\":\"none\",\"windowDelaySeconds\":5,\"steadyVolumes\":0}";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void shouldImportAndReportUnusedKeys() {
    Path files = SharedData.of("fixtures/mind-vis-tiny");
    int exit =
        run(
            new ModelCommand(),
            "import",
            "--checkpoint",
            files.resolve("finetuned.pth").toString(),
            "--encoder-checkpoint",
            files.resolve("fmri_encoder.pth").toString(),
            "--latent-size",
            "8",
            "--out",
            folder.resolve("tiny").toString());
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("64 VQ encoder", "12 noise schedule", "missing keys: none");
  }

  @Test
  void shouldDescribeRandomBundleAsJson() throws IOException {
    String bundle = folder.resolve("bundle").toString();
    assertThat(
            run(new ModelCommand(), "random", "--like", "tiny", "--voxels", "50", "--out", bundle))
        .isZero();
    out.getBuffer().setLength(0);
    assertThat(run(new ModelCommand(), "inspect", "--json", bundle)).isZero();
    JsonNode model = new ObjectMapper().readTree(out.toString()).path("model");
    assertThat(model.path("trained").asBoolean(true)).isFalse();
    assertThat(model.path("roiVoxels").asInt()).isEqualTo(50);
  }

  @Test
  void shouldShowThatAMarkedBundleTakesTheWindowsOfEvents() throws IOException {
    Path bundle = folder.resolve("bundle");
    run(new ModelCommand(), "random", "--like", "tiny", "--out", bundle.toString());
    Path json = bundle.resolve("bundle.json");
    Files.writeString(json, Files.readString(json).replace("\"vectors\" : null", VECTORS));

    run(new ModelCommand(), "mark", "--own-windows", bundle.toString());
    run(new ModelCommand(), "inspect", bundle.toString());

    assertThat(out.toString()).contains("windows 5.0 s after the onset or as an event asks");
  }

  @Test
  void shouldListSizesWhenAskedForAnother() {
    String bundle = folder.resolve("bundle").toString();
    assertThat(run(new ModelCommand(), "random", "--like", "huge", "--out", bundle)).isEqualTo(2);
    assertThat(err.toString()).contains("tiny, demo or released");
  }
}
