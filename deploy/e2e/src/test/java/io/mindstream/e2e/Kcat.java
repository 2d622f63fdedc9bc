package io.mindstream.e2e;

import io.mindstream.standalone.pipeline.Foundation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The command kcat, which reads Avro through a schema registry as any stranger would. */
final class Kcat {

  private Kcat() {}

  static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(
            folder -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(folder, "kcat")));
  }

  /** The first record of a topic, as JSON. */
  static String first(Foundation at, String topic) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "kcat",
                "-b",
                at.kafka(),
                "-r",
                at.registry(),
                "-s",
                "value=avro",
                "-t",
                topic,
                "-C",
                "-e",
                "-q",
                "-c",
                "1")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
