package io.mindstream.decoder.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StopSignalTest {

  @Test
  void shouldLetWorkGoOnUntilTheProcessIsToldToEnd() {
    try (StopSignal signal = StopSignal.listen()) {
      assertThatCode(signal::check).doesNotThrowAnyException();
    }
  }

  @Test
  void shouldEndTheWorkAndWaitForItWhenTheProcessIsToldToEnd() {
    StopSignal signal = StopSignal.listen();
    Thread exit = new Thread(signal::stop);
    exit.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThatThrownBy(signal::check).isInstanceOf(CancellationException.class));
    signal.close();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !exit.isAlive());
  }
}
