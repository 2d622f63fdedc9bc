package io.mindstream.bridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.dimse.Scu;
import io.mindstream.bridge.scanner.ScannerFiles;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.service.PipelineService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bridge whose list of scanners is there and names none: it waits for a single one. */
@Timeout(120)
class NoScannersHttpTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path spool;
  private BridgeServer bridge;

  @AfterEach
  void stop() {
    bridge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void shouldListenToASingleScannerWhereTheListIsEmpty(String scanners) throws IOException {
    int port = freePort();
    Path first = ScannerFiles.MOSAIC.files().get(0);
    start(port, scanners);
    try (Scu scu = Scu.open(port, "ANY")) {
      assertThat(scu.store(Scu.MR, ScannerFiles.uid(first), ScannerFiles.dataSet(first))).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void shouldHaveNoServiceOfSeveralScannersWhereTheListIsEmpty(String scanners) throws IOException {
    start(freePort(), scanners);
    assertThat(bridge.context().getBeansOfType(PipelineService.class))
        .isNotEmpty()
        .noneMatch(service -> service.name().equals("scanners"));
  }

  private void start(int port, String scanners) {
    bridge =
        BridgeServer.start(
            broker.settings(),
            Map.of(
                "mindstream.bridge.spool",
                spool.toString(),
                "mindstream.bridge.scanner.port",
                port,
                "mindstream.bridge.scanner.scanners",
                scanners));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
