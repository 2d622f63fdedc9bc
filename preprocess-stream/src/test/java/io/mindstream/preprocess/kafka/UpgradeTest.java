package io.mindstream.preprocess.kafka;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.testing.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service where a program of another state format ran before it, up to the middle of a run. */
class UpgradeTest {

  private static final TestRun NEXT =
      new TestRun("sub-01_task-viewing_run-02", TestRun.START.plusSeconds(90), 20, 1);

  @TempDir Path brokerFolder;
  @TempDir Path stateDir;
  private KafkaBroker broker;
  private LiveStream stream;
  private PreprocessService service;

  @BeforeEach
  void open() {
    broker = KafkaBroker.startIn(brokerFolder);
    stream = new LiveStream(broker.settings(), 1);
    Waits standard = PreprocessConfig.DEFAULT.waits();
    Waits waits =
        new Waits(Duration.ofSeconds(1), standard.roi(), standard.end(), standard.retention());
    service = stream.service(PreprocessConfig.DEFAULT.with(waits), stateDir);
  }

  @AfterEach
  void close() {
    service.stop();
    broker.close();
  }

  @Test
  void shouldGoOnWithTheNextRunAndTellWhatTheRunUnderWayLost() {
    stream.createTopics();
    stream.roi();
    stream.send(stream.topics.runs(), RUN.id(), RUN.header().build());
    stream.send(stream.topics.events(), RUN.id(), RUN.event(0).build());
    stream.volumes(RUN, 0, 3);
    OlderProgram.run(broker.settings(), stream.topics, stateDir, 6);

    service.start();
    stream.volumes(RUN, 4, 4);
    stream.send(stream.topics.runs(), NEXT.id(), NEXT.header().build());
    stream.send(stream.topics.events(), NEXT.id(), NEXT.event(0).build());
    stream.volumes(NEXT, 0, 4);

    assertThat(stream.read(stream.topics.deadLetters(), 1))
        .extracting(DeadLetter::getCode, DeadLetter::getTopic, DeadLetter::getOffset)
        .containsExactly(tuple("UNKNOWN_RUN", "scanner.volumes", 4L));
    assertThat(stream.read(stream.topics.voxelVectors(), 1))
        .extracting(VoxelVector::getRunId, VoxelVector::getValues)
        .containsExactly(tuple(NEXT.id(), List.of(403.5f, 103.5f)));
  }
}
