package io.mindstream.bridge.mrd;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.net.Fuzz;
import io.mindstream.bridge.push.Told;
import io.mindstream.bridge.push.WireFuzz;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken senders do no harm to the feed. */
@Timeout(600)
class MrdFuzzTest {

  private static final int MOST_ALLOCATED = 8 << 20; // The XML parser takes most of it.
  private static final MrdChoice CHOICE = new MrdChoice(0, OptionalInt.empty());

  private final WireFuzz inputs = new WireFuzz(MrdSender.measurement());

  @Test
  void shouldTakeAGoodSenderAfterBrokenOnes() throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Fuzz fuzz = new Fuzz();
        Told told = new Told(notes -> MrdImages.open(any, CHOICE, Told.options(), notes))) {
      inputs.send(told.port(), fuzz);
      try (MrdSender scanner = new MrdSender(told.port())) {
        scanner.begin(2);
        scanner.repetition(300);
        told.awaitVolume(30_000);
      }
      fuzz.requireNoCrash();
    }
  }

  @Test
  void shouldAllocateForWhatCameAndNotForWhatWasAnnounced() throws Exception {
    assertThat(inputs.mostAllocated(new MrdImages(CHOICE, Duration.ofSeconds(5))))
        .isLessThan(MOST_ALLOCATED);
  }
}
