package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.dimse.Scu;
import io.mindstream.bridge.scanner.ScannerFiles;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A listening bridge that is a process of its own and is killed (SIGKILL) within a volume. */
@Timeout(180)
class KilledListenerTest {

  private static final String RUN = "sub-1_task-listen_run-1";
  private static final int SLICES = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path home;
  private SchemaRegistry registry;
  private Process bridge;
  private int port;

  @BeforeEach
  void prepare() throws IOException {
    registry = WatchProcess.registry(broker.settings());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void kill() throws InterruptedException {
    bridge.destroyForcibly().waitFor();
  }

  @Test
  void shouldLoseNoSliceOfWhichItsSenderWasToldThatItArrived() throws Exception {
    List<Path> slices = ScannerFiles.GE.files();
    int within = SLICES + SLICES / 2;
    listen(Duration.ofMinutes(5));
    send(slices.subList(0, within));
    kill();
    listen(Duration.ofSeconds(5));
    send(slices.subList(within, slices.size()));
    assertThat(bridge.waitFor()).isZero();
    assertThat(volumes().stream().map(BoldVolume::getIndex).distinct()) // Twice after a kill.
        .containsExactly(0, 1, 2);
    assertThat(new TopicContents(broker.settings(), registry).read(WatchProcess.TOPICS.runs(), RUN))
        .extracting(RunHeader::getState)
        .containsExactly(RunState.STARTED, RunState.ENDED);
  }

  private List<BoldVolume> volumes() {
    return new TopicContents(broker.settings(), registry).read(WatchProcess.TOPICS.volumes(), RUN);
  }

  private void listen(Duration endAfter) throws IOException {
    bridge = ListenProcess.start(broker.settings(), port, home.resolve("spool"), RUN, endAfter);
  }

  private void send(List<Path> files) throws IOException {
    try (Scu scu =
        await().atMost(PATIENCE).ignoreExceptions().until(() -> Scu.open(port), opened -> true)) {
      for (Path file : files) {
        assertThat(scu.store(Scu.MR, ScannerFiles.uid(file), ScannerFiles.dataSet(file))).isZero();
      }
    }
  }
}
