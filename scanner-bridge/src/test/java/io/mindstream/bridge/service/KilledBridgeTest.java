package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.watch.Volumes;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A watching bridge that is a process of its own and is killed (SIGKILL) in mid-run. */
@Timeout(180)
class KilledBridgeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(5);

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path home;
  private Path folder;
  private Path events;
  private SchemaRegistry registry;
  private Volumes scanner;
  private Process bridge;

  @BeforeEach
  void prepare() throws Exception {
    registry = WatchProcess.registry(broker.settings());
    folder = Files.createDirectories(home.resolve("scanner"));
    events =
        Files.writeString(home.resolve("events.tsv"), "onset\tduration\ttrial_type\n0\t1\tface\n");
    scanner = new Volumes(folder);
  }

  @AfterEach
  void kill() throws Exception {
    bridge.destroyForcibly().waitFor();
  }

  @Test
  void shouldGoOnWithTheRunInAnotherProcess() throws Exception {
    String run = "sub-1_task-killed_run-1";
    start(run, LONG);
    scan(run, 1, 3);
    kill();
    scanner.add(4);
    start(run, Duration.ofSeconds(6));
    awaitVolumes(run, 4);
    Files.writeString(events, "1\t1\thouse\n", StandardOpenOption.APPEND);
    scan(run, 5, 6);
    assertThat(bridge.waitFor()).isZero();
    assertThat(indices(run)).isEqualTo(IntStream.range(0, 6).boxed().toList());
    assertThat(headers(run))
        .extracting(RunHeader::getState)
        .containsExactly(RunState.STARTED, RunState.ENDED);
    assertThat(headers(run)).extracting(RunHeader::getStartedAt).satisfies(this::areTheSame);
    assertThat(contents().read(WatchProcess.TOPICS.events(), run))
        .extracting(StimulusEvent::getTrialIndex, it -> it.getTrialType())
        .containsExactly(tuple(0, "face"), tuple(1, "house"));
  }

  @Test
  void shouldAbortTheKilledRunWhereTheNextIsAnother() throws Exception {
    String killed = "sub-1_task-killed_run-2";
    start(killed, LONG);
    scan(killed, 1, 2);
    kill();
    String next = "sub-1_task-killed_run-3";
    start(next, Duration.ofSeconds(2));
    awaitVolumes(next, 2);
    assertThat(headers(killed)).last().extracting(RunHeader::getState).isEqualTo(RunState.ABORTED);
    assertThat(headers(killed).get(1).getPublishedVolumes()).hasValue(2);
    assertThat(indices(killed)).containsExactly(0, 1);
  }

  private void areTheSame(List<?> values) {
    assertThat(values.stream().distinct()).hasSize(1);
  }

  private void start(String run, Duration endAfter) throws IOException {
    bridge =
        WatchProcess.start(broker.settings(), folder, events, home.resolve("spool"), run, endAfter);
  }

  private void scan(String run, int first, int last) {
    for (int number = first; number <= last; number++) {
      scanner.add(number);
      awaitVolumes(run, number);
    }
  }

  private void awaitVolumes(String run, int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(indices(run)).hasSize(count));
  }

  private TopicContents contents() {
    return new TopicContents(broker.settings(), registry);
  }

  private List<RunHeader> headers(String run) {
    return contents().read(WatchProcess.TOPICS.runs(), run);
  }

  private List<Integer> indices(String run) {
    return contents().read(WatchProcess.TOPICS.volumes(), run).stream()
        .map(BoldVolume::getIndex)
        .toList();
  }
}
