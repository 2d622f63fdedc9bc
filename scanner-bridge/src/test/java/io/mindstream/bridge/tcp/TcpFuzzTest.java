package io.mindstream.bridge.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.net.Fuzz;
import io.mindstream.bridge.push.Told;
import io.mindstream.bridge.push.WireFuzz;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken senders do no harm to the feed. */
@Timeout(600)
class TcpFuzzTest {

  private static final int MOST_ALLOCATED = 2 << 20;
  private static final VolumeChoice CHOICE = new VolumeChoice(false, Optional.empty());

  private final WireFuzz inputs = new WireFuzz(TcpSender.series());

  @Test
  void shouldTakeAGoodSenderAfterBrokenOnes() throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Fuzz fuzz = new Fuzz();
        Told told = new Told(notes -> TcpVolumes.open(any, CHOICE, Told.options(), notes))) {
      inputs.send(told.port(), fuzz);
      try (TcpSender scanner = new TcpSender(told.port())) {
        scanner.send(
            new TcpSender.Header("9.9.9", "int16_t", "3D", false, 41, false),
            TcpSender.voxels(300));
        told.awaitVolume(30_000);
      }
      fuzz.requireNoCrash();
    }
  }

  @Test
  void shouldAllocateForWhatCameAndNotForWhatWasAnnounced() throws Exception {
    assertThat(inputs.mostAllocated(new TcpVolumes(CHOICE, Duration.ofSeconds(5))))
        .isLessThan(MOST_ALLOCATED);
  }
}
