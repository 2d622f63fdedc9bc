package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.evaluation.DrawingScorer;
import io.mindstream.lab.examples.Drawings;
import io.mindstream.lab.scoring.EvaluatedTrial;
import io.mindstream.lab.scoring.Scorer;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.FollowFrom;
import io.mindstream.service.TopicFollower;
import io.mindstream.standalone.cli.Mindstream;
import io.mindstream.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A trained model by the doors that are not the demo: {@code standalone}, then {@code simulate}.
 */
class TrainedStandaloneTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TRIALS = 8;
  private static final int TERMINATED = 128 + 15; // by SIGTERM, not by itself
  private static final String READY = "ready; Ctrl-C stops";

  @TempDir Path folder;
  private final SharedParts parts = SharedParts.get();
  private final Topics topics = Topics.standard();
  private final SchemaRegistry registry = new SchemaRegistry(parts.registry());
  private final List<DecodedImage> images = new CopyOnWriteArrayList<>();
  private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
  private TopicFollower follower;
  private Process standalone;

  @BeforeEach
  void follow() {
    follower =
        new TopicFollower(
            "trained-standalone-test",
            KafkaSettings.of(parts.kafka()),
            List.of(topics.images().name(), topics.deadLetters().name()),
            FollowFrom.since(Instant.EPOCH, Set.of()),
            this::keep);
    follower.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    follower.stop();
    if (standalone != null) {
      standalone.destroy();
      standalone.waitFor(30, TimeUnit.SECONDS);
    }
    parts.wipe();
  }

  @Test
  void shouldNameMostOfWhatWasShown() throws IOException {
    standalone();
    simulate();
    await().atMost(PATIENCE).until(() -> images.size() == TRIALS);
    assertThat(right()).isGreaterThanOrEqualTo(TRIALS - 2);
  }

  @Test
  void shouldRefuseVectorsThatTheModelDoesNotKnow() throws IOException {
    standalone("--set", "mindstream.preprocess.normalisation=none");
    simulate();
    await().atMost(PATIENCE).until(() -> letters.size() == TRIALS);
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(letter.getCode()).isEqualTo("UNKNOWN_VECTORS");
              assertThat(letter.getMessage()).contains("'running'", "mindstream.preprocess.bundle");
            });
  }

  @Test
  void shouldStopWithoutComplaint() throws Exception {
    standalone();
    await().atMost(PATIENCE).until(() -> said().contains(READY));
    standalone.destroy();
    assertThat(standalone.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(standalone.exitValue()).isEqualTo(TERMINATED);
    assertThat(said().subList(said().indexOf(READY) + 1, said().size())).isSubsetOf("stopping");
  }

  private List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("standalone.log"));
  }

  private void standalone(String... more) throws IOException {
    Path bundle =
        SharedData.projectRoot().resolve("deploy/standalone/src/main/bundle/demo").toAbsolutePath();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                "io.mindstream.standalone.Application",
                "standalone",
                "--ports=auto",
                "--kafka=" + parts.kafka(),
                "--registry=" + parts.registry(),
                "--model=" + bundle,
                "--data=" + folder.resolve("data")));
    command.addAll(List.of(more));
    standalone =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("standalone.log").toFile())
            .start();
  }

  /** Waits for the topics by itself: the feed begins when standalone has made them. */
  private void simulate() {
    await().atMost(PATIENCE).until(() -> follower.health().up());
    int exit =
        Mindstream.commandLine()
            .execute(
                "simulate",
                "--kafka=" + parts.kafka(),
                "--registry=" + parts.registry(),
                "--runs=1",
                "--trials=" + TRIALS,
                "--speed=max");
    assertThat(exit).isZero();
  }

  private void keep(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(topics.images().name())) {
      images.add(topics.images().codec(registry).decode(record.value()));
    } else {
      letters.add(topics.deadLetters().codec(registry).decode(record.value()));
    }
  }

  private long right() {
    List<Category> categories = Category.viewed();
    Scorer scorer = DrawingScorer.of(categories);
    return images.stream()
        .map(image -> evaluated(image, categories))
        .filter(trial -> scorer.verdict(trial).right())
        .count();
  }

  private static EvaluatedTrial evaluated(DecodedImage image, List<Category> categories) {
    int label = categories.indexOf(Drawings.category(image.getTrialType()));
    byte[] png = new byte[image.getPng().remaining()];
    image.getPng().duplicate().get(png);
    try {
      return new EvaluatedTrial(
          image.getTrialType(),
          label,
          Optional.empty(),
          List.of(RgbImage.of(ImageIO.read(new ByteArrayInputStream(png)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
