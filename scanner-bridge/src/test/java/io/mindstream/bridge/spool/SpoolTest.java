package io.mindstream.bridge.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.kafka.RecordHead.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  @TempDir private Path folder;

  @Test
  void shouldTellWhatAKilledProcessHadToldOfAnOpenRun() throws Exception {
    try (TestSpool spool = TestSpool.in(folder)) {
      begin(spool);
      IntStream.of(0, 1, 3).forEach(i -> spool.append(Kind.VOLUME, i));
      spool.append(Kind.EVENT, 0);
      spool.acknowledge(4); // mask, header, two volumes
    }
    try (TestSpool spool = TestSpool.in(folder)) {
      SpooledRun open = spool.spool.leftOpen().orElseThrow();
      assertThat(open.volumes()).containsOnlyKeys(0, 1, 3);
      assertThat(open.sentVolumes()).isEqualTo(2);
      assertThat(open.onsets()).containsExactly(0.0);
      assertThat(spool.indices()).containsExactly(3, 0);
    }
  }

  @Test
  void shouldKnowTheRunStillAfterASecondKill() throws Exception {
    try (TestSpool spool = TestSpool.in(folder)) {
      begin(spool);
      spool.append(Kind.VOLUME, 0);
      spool.acknowledge(3);
    }
    try (TestSpool spool = TestSpool.in(folder)) {
      spool.append(Kind.VOLUME, 1);
    }
    try (TestSpool spool = TestSpool.in(folder)) {
      assertThat(spool.spool.leftOpen().orElseThrow().volumes()).containsOnlyKeys(0, 1);
    }
  }

  @Test
  void shouldKeepNothingOfARunThatIsOver() throws Exception {
    try (TestSpool spool = TestSpool.in(folder)) {
      begin(spool);
      spool.append(Kind.VOLUME, 0);
      spool.append(Kind.OVER, 0);
      spool.acknowledge(4);
    }
    assertThat(names()).containsExactlyInAnyOrder("lock", "target");
  }

  @Test
  void shouldGiveTheSpaceOfASentVolumeBack() throws Exception {
    try (TestSpool spool = TestSpool.in(folder)) {
      spool.append(Kind.VOLUME, 0);
      spool.acknowledge(1);
    }
    assertThat(Files.size(folder.resolve("000000000000.sent"))).isLessThan(TestSpool.VALUE_BYTES);
  }

  @Test
  void shouldNotBeSharedByTwoBridges() {
    try (TestSpool held = TestSpool.in(folder)) {
      assertThatThrownBy(() -> TestSpool.in(folder))
          .isInstanceOf(SpoolException.class)
          .hasMessageContaining("--spool");
      assertThat(held.spool.waiting()).isZero();
    }
  }

  @Test
  void shouldNotSendToAnotherKafkaWhatWaitsForOne() {
    try (TestSpool spool = TestSpool.in(folder)) {
      spool.append(Kind.VOLUME, 0);
    }
    assertThatThrownBy(() -> TestSpool.forTarget(folder, "other:9092"))
        .isInstanceOf(SpoolException.class)
        .hasMessageContaining("--kafka kafka:9092");
  }

  @Test
  void shouldPassRecordsByMemoryInTheirPlaceWhereTheDiskIsFull() throws Exception {
    try (TestSpool spool = TestSpool.in(folder, 400)) {
      IntStream.range(0, 5).forEach(i -> spool.append(Kind.VOLUME, i));
      assertThat(spool.indices()).containsExactly(0, 1, 2, 3, 4);
    }
  }

  @Test
  void shouldCountVolumesAsLostWhereNeitherDiskNorKafkaTakesThem() {
    try (TestSpool spool = TestSpool.in(folder, 1)) {
      List<Boolean> kept =
          IntStream.range(0, 40).mapToObj(i -> spool.append(Kind.VOLUME, i)).toList();
      assertThat(kept).filteredOn(taken -> !taken).hasSize(8);
      assertThat(spool.meters.get("mindstream.bridge.spool.lost").counter().count()).isEqualTo(8);
    }
  }

  @Test
  void shouldNeverLoseAHeader() {
    try (TestSpool spool = TestSpool.in(folder, 1)) {
      IntStream.range(0, 40).forEach(i -> spool.append(Kind.VOLUME, i));
      assertThat(spool.append(Kind.OVER, 0)).isTrue();
    }
  }

  @Test
  void shouldRaiseTheAlarmOnceAndTakeItBack() throws Exception {
    try (TestSpool spool = TestSpool.in(folder, 400)) {
      IntStream.range(0, 5).forEach(i -> spool.append(Kind.VOLUME, i));
      assertThat(spool.trouble).singleElement().satisfies(alarm -> assertThat(alarm).isPresent());
      spool.acknowledge(5);
      spool.append(Kind.VOLUME, 5);
      assertThat(spool.trouble).last().isEqualTo(Optional.empty());
    }
  }

  private static void begin(TestSpool spool) {
    spool.append(Kind.ROI, 0);
    spool.append(Kind.STARTED, 0);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
