package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.standalone.demo.SessionSummary;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.TrialDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One simulated run through everything, watched in a browser that was there before it began. */
class SimulatedSessionTest {

  private static final String STORED = ".shot img[src*='sample-0']";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static LivePipeline live;
  private static Browser browser;
  private static SessionSummary summary;

  @BeforeAll
  static void play() throws Exception {
    browser = Browser.open(folder.resolve("browser"));
    live = LivePipeline.start(folder);
    browser.driver().get(live.pipeline().dashboard().toString());
    browser.awaitWords("#link", "connected");
    browser.run("window.neverReloaded = true");
    summary = live.play(LivePipeline.simulation(), Speed.MAX);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (live != null) {
      live.close();
    }
  }

  @Test
  void shouldStoreAPictureForEveryTrial() {
    assertThat(summary.images()).isEqualTo(summary.trials()).isEqualTo(4);
  }

  @Test
  void shouldFindNothingWrong() {
    assertThat(summary.problems()).isEmpty();
  }

  @Test
  void shouldMeasureEveryStageOfEveryPicture() {
    assertThat(summary.stages().values())
        .allSatisfy(stage -> assertThat(stage.count()).isEqualTo(4));
  }

  @Test
  void shouldKeepMetadataBesideEveryPicture() {
    String run = live.records(live.pipeline().topics().images()).get(0).getRunId();
    String key = new TrialKeys(new TrialKey(run, 3)).document();
    assertThat(Documents.find(live.pipeline().bean(ObjectStore.class), key, TrialDocument.class))
        .hasValueSatisfying(trial -> assertThat(trial.whole()).isTrue());
  }

  @Test
  void shouldMakeTheSamePictureAgainForTheSameTrial() throws Exception {
    List<DecodedImage> first = live.records(live.pipeline().topics().images());
    live.play(LivePipeline.simulation(), Speed.MAX);
    assertThat(live.records(live.pipeline().topics().images()))
        .extracting(DecodedImage::getPng)
        .containsOnlyElementsOf(first.stream().map(DecodedImage::getPng).toList());
  }

  @Test
  void shouldShowEveryPictureWithoutAReload() {
    new WebDriverWait(browser.driver(), PATIENCE)
        .until(driver -> driver.findElements(By.cssSelector(STORED)).size() == 4);
    assertThat(browser.run("return window.neverReloaded")).isEqualTo(true);
  }

  @Test
  void shouldShowThePictureThatWasSeenBesideTheDecodedOne() {
    new WebDriverWait(browser.driver(), PATIENCE)
        .until(
            driver ->
                driver.findElements(By.cssSelector(".shot img[src*='stimulus']")).size() == 4);
    assertThat(
            browser.run(
                "return [...document.images].filter(i => !i.hidden && i.src).every(i => i.complete && i.naturalWidth > 0)"))
        .isEqualTo(true);
  }

  @Test
  void shouldSayThatTheModelIsUntrained() {
    assertThat(browser.await("#untrained").getText()).contains("noise");
  }

  @Test
  void shouldSayInWordsWhichRunTheLargePictureIsOf() {
    assertThat(browser.await("#title").getText()).isEqualTo("Subject sim1 · viewing · run 01");
  }

  @ParameterizedTest
  @MethodSource("filledTopics")
  void shouldLetAForeignClientReadEveryTopic(String topic) throws Exception {
    assertThat(new ForeignClient(live.pipeline().addresses()).first(topic).getSchema().getFields())
        .allSatisfy(field -> assertThat(field.doc()).isNotBlank());
  }

  static Stream<String> filledTopics() {
    var topics = live.pipeline().topics();
    return Stream.of(
            topics.runs(),
            topics.volumes(),
            topics.events(),
            topics.rois(),
            topics.voxelVectors(),
            topics.images())
        .map(Topic::name);
  }
}
