package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody before the dashboard may overlook. */
class DashboardAlarmTest {

  private static final String ALARM = "#alarm[role='alert']";

  @TempDir Path folder;
  private Browser browser;
  private LivePipeline live;
  private boolean closed;

  @BeforeEach
  void look() {
    browser = Browser.open(folder.resolve("browser"));
    live = LivePipeline.start(folder);
    browser.driver().get(live.pipeline().dashboard().toString());
    browser.awaitWords("#link", "connected");
  }

  @AfterEach
  void stop() {
    browser.close();
    if (!closed) {
      live.close();
    }
  }

  /** The services are looked at every few seconds: the first look may find one that only starts. */
  @Test
  void shouldBeQuietWhereNothingIsWrong() {
    await().atMost(Duration.ofSeconds(30)).until(() -> browser.await(ALARM).getText().isEmpty());
    assertThat(browser.driver().getTitle()).doesNotStartWith("⚠");
  }

  @Test
  void shouldSayThatTheScannerIsSilent() {
    try (EventlessScan scan = new EventlessScan(live, "sub-01_task-silent_run-01")) {
      browser.awaitWords(ALARM, "Data stopped");
      assertThat(browser.violations()).isEmpty();
    }
  }

  @Test
  void shouldSayThatTheHeadMoved() {
    try (EventlessScan scan = new EventlessScan(live, "sub-01_task-moved_run-01")) {
      browser.awaitWords("#title", "moved");
      scan.move(0.7);
      browser.awaitWords(ALARM, "Head moved");
      browser.awaitWords(".displacement .value", "0.70 mm");
      assertThat(browser.violations()).isEmpty();
    }
  }

  @Test
  void shouldSayThatWhatIsShownIsOld() {
    closed = true;
    live.close();
    browser.awaitWords(ALARM, "Connection lost");
    assertThat(browser.driver().getTitle()).startsWith("⚠");
  }
}
