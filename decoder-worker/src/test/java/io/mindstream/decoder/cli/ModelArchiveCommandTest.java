package io.mindstream.decoder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelArchiveCommandTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private Path out;

  @BeforeEach
  void makeBundle() {
    RandomBundle.create(ModelSize.TINY, 100, 7, null, folder.resolve("bundle"));
    out = folder.resolve("network.pt");
  }

  @Test
  void shouldWriteAnArchiveHalfAsLargeInHalfFloats() throws IOException {
    Path whole = folder.resolve("whole.pt");
    assertThat(run("gpu", "fp32", whole)).isZero();

    assertThat(run("gpu", "fp16", out)).isZero();

    assertThat((double) Files.size(out) / Files.size(whole)).isBetween(0.4, 0.7);
  }

  @Test
  void shouldLeaveNothingButTheFile() throws IOException {
    run("gpu", "bf16", out, "--zeros");

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder.resolve("bundle"), out);
    }
  }

  @Test
  void shouldNotReplaceAFileUnlessToldTo() throws IOException {
    Files.writeString(out, "precious");

    assertThat(run("gpu", "fp32", out)).isEqualTo(2);
    assertThat(err.toString()).contains("is there already", "--force");
    assertThat(out).hasContent("precious");
  }

  @Test
  void shouldReplaceAFileWhenToldTo() throws IOException {
    Files.writeString(out, "old");

    assertThat(run("cpu", "fp32", out, "--force")).isZero();
    assertThat(Files.size(out)).isGreaterThan(10_000);
  }

  @Test
  void shouldSayWhichDevicesThereAre() {
    assertThat(run("tpu", "fp32", out)).isEqualTo(2);
    assertThat(err.toString()).contains("for gpu or cpu, not for 'tpu'");
  }

  private int run(String device, String precision, Path file, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("archive", "--model", folder.resolve("bundle").toString(), "--device", device));
    arguments.addAll(List.of("--precision", precision, "--out", file.toString()));
    arguments.addAll(List.of(more));
    return new CommandLine(new ModelCommand())
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }
}
