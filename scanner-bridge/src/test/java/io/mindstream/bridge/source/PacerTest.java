package io.mindstream.bridge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacerTest {

  private final CountDownLatch halt = new CountDownLatch(1);
  private final Pacer.Pause pause = time -> halt.await(time.toNanos(), TimeUnit.NANOSECONDS);

  @Test
  void shouldPlaceMomentsAtTheSpeedAskedFor() throws InterruptedException {
    Pacer pacer = new Pacer(new Speed(100), 0, pause);
    Instant due = pacer.await(2).orElseThrow();
    assertThat(Duration.between(pacer.origin(), due)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void shouldNotBeEarly() throws InterruptedException {
    long started = System.nanoTime();
    new Pacer(new Speed(100), 0, pause).await(5);
    assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(50_000_000L);
  }

  @Test
  void shouldGoOnWhereARunIsResumed() throws InterruptedException {
    Pacer pacer = new Pacer(Speed.REAL_TIME, 100, pause);
    assertThat(pacer.await(100)).contains(pacer.origin());
  }

  @Test
  void shouldNotWaitAtFullSpeed() throws InterruptedException {
    Pacer pacer = new Pacer(Speed.MAX, 0, pause);
    Instant due = pacer.await(1e9).orElseThrow();
    assertThat(due).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void shouldEndAWaitThatIsHalted() throws InterruptedException {
    Pacer pacer = new Pacer(Speed.REAL_TIME, 0, pause);
    halt.countDown();
    assertThat(pacer.await(3600)).isEmpty();
  }

  @Test
  void shouldRefuseASpeedThatIsNone() {
    assertThatThrownBy(() -> Speed.parse("fast")).hasMessageContaining("1 or 10, or max");
    assertThatThrownBy(() -> Speed.parse("-1")).hasMessageContaining("above 0");
  }
}
