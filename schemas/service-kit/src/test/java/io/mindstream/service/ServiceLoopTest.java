package io.mindstream.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServiceLoopTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private ServiceLoop loop = loop(running -> {});

  private static ServiceLoop loop(ServiceLoop.Session session) {
    return new ServiceLoop("test-loop", Outage.OF_KAFKA, "start it again", session);
  }

  private void start(ServiceLoop.Session session) {
    loop = loop(session);
    loop.start();
  }

  @AfterEach
  void stop() {
    loop.stop(SOON);
  }

  private static void untilStopped(ServiceLoop running) throws InterruptedException {
    running.ready();
    while (!running.pause(SOON)) {
      running.progress();
    }
  }

  @Test
  void shouldBeginAnotherSessionAfterAnOutage() {
    AtomicInteger sessions = new AtomicInteger();
    start(
        running -> {
          if (sessions.incrementAndGet() == 1) {
            throw new TimeoutException("no broker");
          }
          running.progress();
          untilStopped(running);
        });
    await().until(() -> loop.health().up());
    assertThat(sessions).hasValue(2);
  }

  @Test
  void shouldSayWhatItWaitsFor() {
    start(
        running -> {
          throw new TimeoutException("no broker");
        });
    await()
        .untilAsserted(
            () ->
                assertThat(loop.health().describe())
                    .startsWith("waiting: no broker")
                    .contains("mindstream.kafka.bootstrap-servers"));
  }

  @Test
  void shouldShowAnUncaughtFailureAsFailed() {
    start(
        running -> {
          throw new AssertionError("a bug");
        });
    await().until(() -> loop.health() instanceof ServiceHealth.Failed);
    assertThat(loop.health().describe()).contains("a bug", "start it again");
  }

  @Test
  void shouldTellTheFailureToWhoAwaitsItsStart() {
    start(
        running -> {
          throw new IllegalStateException("no model");
        });
    assertThatThrownBy(loop::awaitReady)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no model");
  }

  @Test
  void shouldEndTheWaitForItsStartWhenStopped() {
    CountDownLatch begun = new CountDownLatch(1);
    start(
        running -> {
          begun.countDown();
          running.pause(Duration.ofMinutes(1));
        });
    await().until(() -> begun.getCount() == 0);
    loop.requestStop();
    loop.awaitReady();
    assertThat(loop.stopping()).isTrue();
  }

  @Test
  void shouldWakeASessionThatWaitsForRecords() {
    CountDownLatch woken = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    start(
        running -> {
          running.onStop(woken::countDown);
          waiting.countDown();
          woken.await();
        });
    await().until(() -> waiting.getCount() == 0);
    assertThat(loop.stop(SOON)).isTrue();
  }

  @Test
  void shouldInterruptASessionThatDoesNotEnd() {
    CountDownLatch never = new CountDownLatch(1);
    start(
        running -> {
          running.ready();
          never.await();
        });
    loop.awaitReady();
    assertThat(loop.stop(Duration.ofSeconds(2))).isTrue();
  }

  @Test
  void shouldNotPassForRunningWhenTheNextSessionFailsAtOnceToo() {
    AtomicInteger sessions = new AtomicInteger();
    start(
        running -> {
          sessions.incrementAndGet();
          running.reachable();
          throw new TimeoutException("still down");
        });
    await().until(() -> sessions.get() >= 3);
    assertThat(loop.health().up()).isFalse();
  }

  @Test
  void shouldEndWithItsSession() {
    AtomicInteger sessions = new AtomicInteger();
    start(running -> sessions.incrementAndGet());
    loop.awaitReady();
    assertThat(sessions).hasValue(1);
  }
}
