package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example's program shows trials to a run that has none of its own, and reads the answers. */
@Timeout(180)
class StimulusComputerTest {

  private static final Path PROGRAM = Path.of("../docs/examples/psychopy_like.py");
  private static final int TRIALS = 2;

  @TempDir static Path folder;
  private static LivePipeline live;
  private static int udpPort;

  @BeforeAll
  static void start() throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      udpPort = free.getLocalPort();
    }
    live =
        LivePipeline.start(
            LivePipeline.settings(
                folder,
                Optional.empty(),
                Map.of(
                    "mindstream.preprocess.window-delay",
                    "1s",
                    "mindstream.sink.answers.to",
                    "udp://127.0.0.1:" + udpPort)),
            folder);
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @Test
  void shouldReadByLongPollWhatWasDecoded() throws Exception {
    requireDecoded(play("poll", "sub-sim1_task-poll"));
  }

  @Test
  void shouldReadByTheEventStreamWhatWasDecoded() throws Exception {
    requireDecoded(play("sse", "sub-sim1_task-sse"));
  }

  @Test
  void shouldReadByUdpWhatWasDecoded() throws Exception {
    requireDecoded(play("udp", "sub-sim1_task-udp"));
  }

  private static void requireDecoded(List<JsonNode> answers) {
    assertThat(answers)
        .filteredOn(answer -> answer.get("status").asText().equals("decoded"))
        .extracting(answer -> answer.get("trial").asInt())
        .containsExactlyInAnyOrder(0, 1);
  }

  /** What the program printed while a scanner scanned. */
  private static List<JsonNode> play(String answers, String run) throws Exception {
    Path out = folder.resolve(answers + ".out");
    Path err = folder.resolve(answers + ".err");
    Process program =
        new ProcessBuilder(
                python(),
                PROGRAM.toString(),
                "--server",
                live.pipeline().dashboard().toString(),
                "--run",
                run,
                "--answers",
                answers,
                "--udp-port",
                String.valueOf(udpPort),
                "--trials",
                String.valueOf(TRIALS),
                "--every",
                "1",
                "--duration",
                "1",
                "--triggers",
                "5")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try (EventlessScan scan = new EventlessScan(live, run)) {
      assertThat(scan.whileAlive(program)).as("the program ended").isTrue();
    } finally {
      program.destroy();
    }
    assertThat(program.exitValue()).as(Files.readString(err)).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static String python() {
    boolean found = Files.isExecutable(Path.of("/usr/bin/python3"));
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(found, "no python3 found, skipped");
    }
    return found ? "/usr/bin/python3" : "python3";
  }
}
