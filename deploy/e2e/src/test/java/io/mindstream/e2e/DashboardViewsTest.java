package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.e2e.PlayedDashboard.View;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each view of the dashboard, in both colours, on a desk and on a phone. */
class DashboardViewsTest {

  private static final int DESK = 1440;
  private static final int PHONE = 390;

  @TempDir static Path folder;
  private static PlayedDashboard dashboard;
  private static Browser browser;

  @BeforeAll
  static void play() throws Exception {
    dashboard = PlayedDashboard.open(folder);
    browser = dashboard.browser();
  }

  @AfterAll
  static void stop() {
    if (dashboard != null) {
      dashboard.close();
    }
  }

  static Stream<Arguments> looks() {
    return Arrays.stream(View.values())
        .flatMap(
            view ->
                Stream.of("dark", "light")
                    .flatMap(
                        colours ->
                            Stream.of(DESK, PHONE)
                                .map(width -> Arguments.of(view, colours, width))));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void shouldHideNothingFromAnybody(View view, String colours, int width) {
    browser.showAtWidth(width);
    browser.preferColours(colours);
    dashboard.show(view);
    assertThat(browser.violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldFitAPhone(View view) {
    browser.showAtWidth(PHONE);
    dashboard.show(view);
    assertThat(
            browser.run(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0L);
  }

  @ParameterizedTest
  @EnumSource
  void shouldNameItselfInTheTab(View view) {
    dashboard.show(view);
    assertThat(browser.driver().getTitle()).endsWith("Mindstream").contains(" · ");
  }

  /** A browser opens six connections to a server, and keeps pages that were left. */
  @Test
  void shouldLoadAgainAfterManyVisits() {
    for (int visit = 0; visit < 8; visit++) {
      dashboard.show(View.HISTORY);
    }
    assertThat(browser.driver().getTitle()).startsWith("History");
  }

  @Test
  void shouldFollowThePreferredColours() {
    browser.preferColours("light");
    dashboard.show(View.LIVE);
    browser.await("html[data-theme='light']");
    browser.preferColours("dark");
    browser.driver().navigate().refresh();
    browser.await("html[data-theme='dark']");
  }

  @Test
  void shouldFindATrialByItsType() {
    dashboard.show(View.TRIAL);
    String type = browser.await(".stage .seen figcaption span").getText();
    browser.driver().get(dashboard.live().pipeline().dashboard() + "#/trials?type=" + type);
    browser.awaitWords(".card .name", type);
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('.card .name')].every(n => n.textContent.includes('"
                    + type
                    + "'))"))
        .isEqualTo(true);
  }

  @Test
  void shouldShowSeedsToTheirLastDigit() {
    dashboard.show(View.TRIAL);
    Object seed =
        browser.run(
            "return fetch('api/v1/runs/"
                + PlayedDashboard.RUN
                + "/trials/1/trial.json').then(r => r.text())"
                + ".then(t => /\"seed\"\\s*:\\s*(-?\\d+)/.exec(t)[1])");
    assertThat(browser.await(".provenance table").getText()).contains(seed.toString());
  }

  @Test
  void shouldPutTwoRunsSideBySide() {
    browser.showAtWidth(DESK);
    dashboard.show(View.COMPARE);
    assertThat(browser.run("return document.querySelectorAll('.pair').length"))
        .isEqualTo((long) PlayedDashboard.TRIALS);
  }
}
