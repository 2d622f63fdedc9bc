package io.mindstream.bridge.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.net.Fuzz;
import io.mindstream.bridge.net.Mutations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken associations do no harm to the listener. */
@Timeout(600)
class DimseFuzzTest {

  private static final int MOST_ALLOCATED = 2 << 20;
  private static final DimseSettings SETTINGS =
      new DimseSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "MINDSTREAM")
          .within(1 << 28, 4, Duration.ofSeconds(5), Duration.ofSeconds(5));

  @Test
  void shouldTakeAGoodAssociationAfterBrokenOnes() throws Exception {
    Mutations mutations = new Mutations(1);
    try (Fuzz fuzz = new Fuzz();
        DimseListener listener =
            DimseListener.open(SETTINGS, object -> StoreAnswer.SUCCESS, note -> {})) {
      int port = listener.address().getPort();
      for (int i = 0; i < Mutations.COUNT; i++) {
        fuzz.send(port, mutations.of(Scu.conversation()));
      }
      try (Scu scu = Scu.open(port)) {
        assertThat(scu.store(Scu.MR, "1.2.3", DataSets.image("1.2.3", 10))).isZero();
      }
      fuzz.requireNoCrash();
    }
  }

  @Test
  void shouldAllocateForWhatCameAndNotForWhatWasAnnounced() throws Exception {
    Mutations mutations = new Mutations(2);
    Callers callers = new Callers(note -> {});
    Services services = new Services(object -> StoreAnswer.SUCCESS, callers);
    long most = 0;
    for (int i = 0; i < Mutations.COUNT; i++) {
      byte[] input = mutations.of(Scu.conversation());
      try (Socket socket = Fuzz.received(input)) {
        most = Math.max(most, Fuzz.allocated(() -> serve(socket, services, callers)));
      }
    }
    assertThat(most).isLessThan(MOST_ALLOCATED);
  }

  private static void serve(Socket socket, Services services, Callers callers)
      throws InterruptedException {
    try {
      new Association(socket, SETTINGS, services, callers).run();
    } catch (IOException e) {
      return; // The sender is gone.
    }
  }
}
