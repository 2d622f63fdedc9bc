package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.e2e.PlayedDashboard.View;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.topic.Topic;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The dashboard by keyboard alone, and what it says when something is wrong. */
class DashboardKeyboardTest {

  /** Every element that a click acts on, and that is in sight, takes the focus in turn. */
  private static final String WANTED =
      "return [...document.querySelectorAll('a[href], button, select, input')]"
          + ".filter(e => e.tabIndex >= 0 && e.checkVisibility()).length";

  @TempDir static Path folder;
  private static PlayedDashboard dashboard;
  private static Browser browser;

  @BeforeAll
  static void play() throws Exception {
    dashboard = PlayedDashboard.open(folder);
    browser = dashboard.browser();
  }

  @BeforeEach
  void sitDown() {
    browser.showAtWidth(1440);
    browser.preferColours("dark");
  }

  @AfterAll
  static void stop() {
    if (dashboard != null) {
      dashboard.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldReachEverythingWithTheTabKey(View view) {
    dashboard.show(view);
    long wanted = (long) browser.run(WANTED);
    browser.run("window.reached = new Set(); document.body.focus()");
    for (long i = 0; i < wanted + 5; i++) {
      browser.press(Keys.TAB);
      browser.run("window.reached.add(document.activeElement)");
    }
    assertThat(
            browser.run(
                "return [...window.reached].filter(e => e.matches('a[href], button, select, input')).length"))
        .isEqualTo(wanted);
  }

  @Test
  void shouldShowWhereTheFocusIs() {
    dashboard.show(View.LIVE);
    browser.press(Keys.TAB, Keys.TAB);
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void shouldSkipToTheContent() {
    dashboard.show(View.LIVE);
    browser.press(Keys.TAB, Keys.ENTER);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("title");
  }

  @Test
  void shouldListItsKeys() {
    dashboard.show(View.LIVE);
    browser.press("?");
    browser.awaitWords("dialog[open]", "Operator");
    assertThat(browser.violations()).isEmpty();
  }

  @Test
  void shouldGoFromViewToViewByKey() {
    dashboard.show(View.LIVE);
    browser.press("o");
    browser.await(".board .readouts");
    browser.press("h");
    browser.await("li.run");
    assertThat(browser.run("return location.hash")).isEqualTo("#/history");
  }

  @Test
  void shouldGoBackThroughARunWithTheArrows() {
    dashboard.show(View.LIVE);
    browser.awaitWords(".count b", "4");
    browser.press(Keys.ARROW_LEFT);
    browser.awaitWords(".count b", "3");
    browser.press(Keys.END);
    browser.awaitWords(".count b", "4");
  }

  @Test
  void shouldGoFromTrialToTrialWithTheArrows() {
    dashboard.show(View.TRIAL);
    browser.press(Keys.ARROW_RIGHT);
    browser.awaitWords("h1", "Trial 3");
  }

  @Test
  void shouldKeepToTheRunThatWasPinnedUntilTheNewestIsAskedFor() {
    dashboard.show(View.RUN);
    browser.await("a[href='#/live'].button").click();
    browser.awaitWords("#title", "run 01");
    browser.await("#run-chooser option[value='']").click();
    browser.awaitWords("#title", "run 02");
  }

  @Test
  void shouldShowMarkupInARecordAsText() {
    dashboard.show(View.OPERATOR);
    Topic<DeadLetter> letters = dashboard.live().pipeline().topics().deadLetters();
    dashboard.live().send(letters, "k", letter("<img src=x onerror='window.broken = true'>"));
    browser.awaitWords(".letters", "<img src=x");
    assertThat(browser.run("return window.broken")).isNull();
  }

  private static DeadLetter letter(String message) {
    return DeadLetter.newBuilder()
        .setTopic("scanner.events")
        .setPartition(0)
        .setOffset(1)
        .setCode("UNDECODABLE")
        .setMessage(message)
        .setService("preprocess-stream")
        .setFailedAt(Instant.now())
        .build();
  }
}
