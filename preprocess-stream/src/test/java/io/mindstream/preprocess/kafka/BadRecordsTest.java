package io.mindstream.preprocess.kafka;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.service.ServiceHealth;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that a real broker takes and no store, changelog or dead letter can: the stream goes on.
 */
class BadRecordsTest {

  @TempDir Path brokerFolder;
  @TempDir Path stateDir;
  private KafkaBroker broker;
  private LiveStream stream;
  private PreprocessService service;

  @BeforeEach
  void open() {
    broker = KafkaBroker.startIn(brokerFolder);
    stream = new LiveStream(broker.settings(), 1);
    service = stream.service(PreprocessConfig.DEFAULT, stateDir);
    stream.createTopics();
    service.start();
  }

  @AfterEach
  void close() {
    service.stop();
    broker.close();
  }

  @Test
  void shouldGoOnAfterAPackedVolumeOfTwentyMegabytes() {
    stream.send(stream.topics.volumes(), RUN.id(), large());
    playTrial0();

    assertThat(stream.read(stream.topics.voxelVectors(), 1))
        .extracting(VoxelVector::getTrialIndex)
        .containsExactly(0);
    assertThat(stream.read(stream.topics.deadLetters(), 1))
        .extracting(DeadLetter::getCode)
        .containsExactly("TOO_LARGE");
  }

  @Test
  void shouldGoOnAfterAnRoiIdOfSeventyKilobytes() {
    String id = "x".repeat(70_000);
    RoiMask mask = RUN.roi().setRoiId(id).build();
    stream.send(stream.topics.rois(), id, mask);
    stream.send(stream.topics.runs(), RUN.id(), RUN.header().setRoiId(id).build());
    playTrial0();

    assertThat(stream.read(stream.topics.voxelVectors(), 1))
        .extracting(VoxelVector::getTrialIndex)
        .containsExactly(0);
    assertThat(stream.read(stream.topics.deadLetters(), 1))
        .extracting(DeadLetter::getCode)
        .containsExactly("INVALID_RECORD");
  }

  @Test
  void shouldGoOnWhereADeadLetterCannotBeWritten() {
    stream.takeOnlyLettersBelow(2000);
    byte[] garbage = new byte[100_000];
    new Random(1).nextBytes(garbage);
    stream.raw(stream.topics.volumes(), RUN.id(), garbage);
    await().atMost(LiveStream.PATIENCE).until(() -> lettersLost() > 0);
    playTrial0();

    assertThat(stream.read(stream.topics.voxelVectors(), 1))
        .extracting(VoxelVector::getTrialIndex)
        .containsExactly(0);
    await()
        .atMost(LiveStream.PATIENCE)
        .untilAsserted(() -> assertThat(service.health()).isEqualTo(new ServiceHealth.Running()));
  }

  private void playTrial0() {
    stream.roi();
    stream.send(stream.topics.runs(), RUN.id(), RUN.header().build());
    stream.send(stream.topics.events(), RUN.id(), RUN.event(0).build());
    stream.volumes(RUN, 0, 4);
  }

  private double lettersLost() {
    Counter lost = stream.meters.find("mindstream.preprocess.dead.letters.lost").counter();
    return lost == null ? 0 : lost.count();
  }

  private static BoldVolume large() {
    return RUN.volume(1).setVoxels(ByteBuffer.allocate(20_000_000)).build();
  }
}
