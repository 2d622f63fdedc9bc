package io.mindstream.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.standalone.cli.Mindstream;
import io.mindstream.testing.SharedData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsCommandTest {

  @TempDir Path folder;

  @Test
  void shouldWriteVectorsAndSayHowToDecodeThem() {
    Path source = SharedData.of("fixtures/mind-vis-layers/kamitani");
    StringWriter out = new StringWriter();
    int exit =
        Mindstream.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute(
                "vectors",
                "--dataset=god",
                "--source=" + source,
                "--subject=3",
                "--out=" + folder.resolve("v.npy"));
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("5 vectors of 256 voxels", "--normalised");
  }

  @Test
  void shouldTellAllDataSetsThatThereAre() {
    StringWriter err = new StringWriter();
    Mindstream.commandLine()
        .setErr(new PrintWriter(err, true))
        .execute("vectors", "--dataset=gods", "--source=" + folder, "--out=v.npy");
    assertThat(err.toString())
        .contains("--dataset", "GOD, BOLD5000, HCP, BIDS", "case-insensitive", "'gods'");
  }
}
