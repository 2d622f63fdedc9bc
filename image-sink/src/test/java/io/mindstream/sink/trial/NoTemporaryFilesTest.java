package io.mindstream.sink.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.sink.Records;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoTemporaryFilesTest {

  @TempDir Path folder;

  @Test
  void shouldHandlePicturesWhereNoTemporaryFileCanBeMade() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder.resolve("missing"),
                "-cp",
                System.getProperty("java.class.path"),
                PictureProgram.class.getName(),
                Base64.getEncoder().encodeToString(Records.png(7).array()))
            .redirectErrorStream(true)
            .start();
    assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .endsWith("true\n");
  }
}
