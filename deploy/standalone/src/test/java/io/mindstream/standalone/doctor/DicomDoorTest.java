package io.mindstream.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mindstream.bridge.dimse.DimseListener;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.StoreAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a scanner finds at a port. */
class DicomDoorTest {

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void shouldSayThatNoScannerReachesAPortOfThisMachineAlone() {
    try (DimseListener listener = listen(new DimseSettings(ANY, "MINDSTREAM"))) {
      assertThat(DicomDoor.look(listener.address().getPort()))
          .extracting(Finding::level)
          .containsExactly(Finding.Level.NOTE, Finding.Level.OK);
    }
  }

  @Test
  void shouldFindAReceiverThatTakesOnlyItsScanners() {
    try (DimseListener listener =
        listen(new DimseSettings(ANY, "MINDSTREAM").only(Set.of("MRC40123"), false))) {
      assertThat(DicomDoor.look(listener.address().getPort()).get(1).text())
          .contains("does not know this end's AE title", "--allow");
    }
  }

  @Test
  void shouldSayThatSomethingElseListens() throws IOException {
    HttpServer web = HttpServer.create(ANY, 0);
    web.start();
    try {
      assertThat(DicomDoor.look(web.getAddress().getPort()).get(1).level())
          .isEqualTo(Finding.Level.BAD);
    } finally {
      web.stop(0);
    }
  }

  @Test
  void shouldSayThatNothingListensYet() throws IOException {
    int port;
    try (ServerSocket open = new ServerSocket(0)) {
      port = open.getLocalPort();
    }
    assertThat(DicomDoor.look(port)).extracting(Finding::level).containsExactly(Finding.Level.NOTE);
  }

  private static DimseListener listen(DimseSettings settings) {
    return DimseListener.open(settings, object -> StoreAnswer.SUCCESS, note -> {});
  }
}
