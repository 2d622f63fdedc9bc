package io.mindstream.e2e;

import com.deque.html.axecore.selenium.AxeBuilder;
import io.mindstream.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium; the test is skipped where there is none, but not in CI. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open(Path profile) {
    SharedData.requireOrSkip(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        CHROMIUM + " or " + DRIVER + " not found");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1400,900",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  WebDriver driver() {
    return driver;
  }

  /** Shows the page as on a screen of this width; a window cannot be as narrow as a phone. */
  void showAtWidth(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows the page to somebody who prefers dark or light colours, and no motion. */
  void preferColours(String colours) {
    List<Map<String, String>> features =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", colours),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** Types on whatever has the focus. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Waits until an element is in the page; returns the first. */
  WebElement await(String selector) {
    return new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
  }

  /** Waits until an element's text has these words, in whichever case it is shown. */
  void awaitWords(String selector, String words) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
        .until(page -> page.findElement(By.cssSelector(selector)).getText().contains(words));
  }

  /** What axe-core finds wrong with the page, a line each. */
  List<String> violations() {
    return new AxeBuilder()
        .analyze(driver).getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  /** Runs a script in the page. */
  Object run(String script) {
    return driver.executeScript(script);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
