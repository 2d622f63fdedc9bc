package io.mindstream.benchmarks.realign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.imaging.registration.AffineMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** nipy and dipy of Debian, in a process. */
final class PythonTools {

  private static final String PYTHON = "/usr/bin/python3";

  private PythonTools() {}

  /** What they made of a run; what is not installed is said and left out. */
  static List<Realigned> of(Path script, Path file, int seconds)
      throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      System.out.println("nipy and dipy skipped: there is no " + PYTHON);
      return List.of();
    }
    Process process =
        new ProcessBuilder(PYTHON, script.toString(), file.toString(), String.valueOf(seconds))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      System.out.println("nipy and dipy skipped: apt install python3-nipy python3-dipy");
    }
    List<Realigned> all = new ArrayList<>();
    for (String line : said.lines().toList()) {
      all.add(realigned(new ObjectMapper().readTree(line)));
    }
    return all;
  }

  private static Realigned realigned(JsonNode tool) {
    List<@Nullable AffineMap> maps = new ArrayList<>();
    int fitted = 0;
    for (JsonNode rows : tool.get("maps")) {
      List<Double> numbers = new ArrayList<>();
      rows.forEach(number -> numbers.add(number.asDouble()));
      maps.add(rows.isNull() ? null : AffineMap.of(numbers));
      fitted += rows.isNull() ? 0 : 1;
    }
    double millis = 1e3 * tool.get("seconds").asDouble() / Math.max(1, fitted - 1);
    return new Realigned(tool.get("tool").asText(), millis, maps);
  }
}
