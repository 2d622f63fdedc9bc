package io.mindstream.bridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.dimse.Scu;
import io.mindstream.bridge.scanner.ScannerFiles;
import io.mindstream.bridge.scanner.ScannerNotes;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.service.PipelineService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A bridge of two scanners that send at the same time, and the operator between them. */
@Timeout(120)
class SeveralScannersHttpTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path spool;
  private BridgeServer bridge;
  private int port;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    bridge =
        BridgeServer.start(
            broker.settings(),
            Map.of(
                "mindstream.bridge.spool",
                spool.toString(),
                "mindstream.bridge.scanner.port",
                port,
                "mindstream.bridge.scanner.scanners",
                "ONE=sub-01,TWO=sub-02_task-faces_run-03"));
  }

  @AfterEach
  void stop() {
    bridge.close();
  }

  @Test
  void shouldPublishARunOfEachScanner() throws IOException {
    send("ONE", ScannerFiles.MOSAIC);
    send("TWO", ScannerFiles.GE);
    await()
        .untilAsserted(
            () ->
                assertThat(bridge.get("/api/runs").json().path("runs").findValuesAsText("run"))
                    .anyMatch(run -> run.startsWith("sub-01_"))
                    .anyMatch(run -> run.matches("sub-02_(ses-.*_)?task-faces_run-03")));
  }

  @Test
  void shouldNameTheNextRunOfTheScannerInWhichItsSubjectLies() throws IOException {
    assertThat(bridge.post("/api/runs", "{\"run\": \"sub-02_task-houses_run-09\"}").status())
        .isEqualTo(202);
    send("ONE", ScannerFiles.MOSAIC);
    send("TWO", ScannerFiles.GE);
    await().until(() -> bridge.get("/api/runs/sub-02_task-houses_run-09").status() == 200);
  }

  @Test
  void shouldAskWhoseRunEnds() {
    BridgeServer.Answer answer = bridge.post("/api/runs/current/end", "{}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("error").asText()).contains("subjects 01, 02");
  }

  @Test
  void shouldTellOfWhichScannerSomethingComes() throws IOException {
    send("TWO", ScannerFiles.GE);
    List<String> told = new ArrayList<>();
    ScannerNotes notes = bridge.context().getBean(ScannerNotes.class);
    await()
        .untilAsserted(
            () -> {
              told.addAll(notes.take());
              assertThat(told).anyMatch(note -> note.matches("TWO \\(sub-02\\): .* started: .*"));
            });
  }

  @Test
  void shouldBeAtWorkAsAServiceOfItsOwn() {
    assertThat(bridge.context().getBeansOfType(PipelineService.class))
        .filteredOn(service -> service.name().equals("scanners"))
        .singleElement()
        .matches(service -> service.health().up());
  }

  private void send(String scanner, ScannerFiles set) throws IOException {
    try (Scu scu = Scu.open(port, scanner)) {
      for (Path file : set.files()) {
        assertThat(scu.store(Scu.MR, ScannerFiles.uid(file), ScannerFiles.dataSet(file))).isZero();
      }
    }
  }
}
