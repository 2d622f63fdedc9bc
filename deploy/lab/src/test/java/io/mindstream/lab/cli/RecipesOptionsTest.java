package io.mindstream.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.lab.examples.RampFolder;
import io.mindstream.standalone.cli.Mindstream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesOptionsTest {

  @TempDir private Path folder;

  @Test
  void shouldPrintTheComparisonEvenWhereItsPageCannotBeWritten() throws IOException {
    RampFolder.write(folder);
    StringWriter out = new StringWriter();
    int exit =
        Mindstream.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute("evaluate", "--recipes", "--data=" + folder, "--runs=1", "--page=" + folder);

    assertThat(exit).isNotZero();
    assertThat(out.toString()).contains("whole run known, window +5.0 s");
  }
}
