package io.mindstream.preprocess.topology;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.TestRun;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.kafka.MessageLimits;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the gate refuses is used or stored; the stream goes on. */
class RecordGateTopologyTest {

  /** Today in nanoseconds, read as microseconds. */
  private static final Instant NANOSECONDS = TestRun.START.plus(Duration.ofDays(20_000_000));

  private static final String LONG = "x".repeat(RecordGate.MAX_ID_BYTES + 1);
  private static final int TWENTY_MEGABYTES = 20_000_000;

  @TempDir Path stateDir;
  private TestStream stream;

  @BeforeEach
  void open() {
    stream = new TestStream(TestStream.CONFIG, stateDir);
    stream.roi(RUN.roi());
  }

  @AfterEach
  void close() {
    stream.close();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("startedAt", RUN.header().setStartedAt(NANOSECONDS).build()),
        Arguments.of("runId", RUN.header().setRunId(LONG).build()),
        Arguments.of("modelId", RUN.header().setModelId(LONG).build()),
        Arguments.of(
            "repetitionTimeSeconds", RUN.header().setRepetitionTimeSeconds(Double.NaN).build()),
        Arguments.of("grid", RUN.header().setGeometry(TestRun.grid(4096, 4096, 4096)).build()),
        Arguments.of("acquiredAt", RUN.volume(1).setAcquiredAt(NANOSECONDS).build()),
        Arguments.of("receivedAt", RUN.volume(1).setReceivedAt(NANOSECONDS).build()),
        Arguments.of("voxels", volumeOf(MessageLimits.MAX_VOLUME_BYTES + 2)),
        Arguments.of("occurredAt", RUN.event(1).setOccurredAt(NANOSECONDS).build()),
        Arguments.of("trialType", RUN.event(1).setTrialType(LONG).build()),
        Arguments.of("stimulusId", RUN.event(1).setStimulusId(LONG).build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void shouldRefuseTheRecordAndNameTheField(String field, SpecificRecord record) {
    stream.send(record);

    assertThat(stream.letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.getCode()).isEqualTo("INVALID_RECORD"))
        .satisfies(letter -> assertThat(letter.getMessage()).contains(field));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void shouldDecodeTheTrialsAroundIt(String field, SpecificRecord record) {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    stream.send(RUN.volume(0));
    stream.send(record);
    playRest();

    assertThat(stream.vectors()).extracting(VoxelVector::getTrialIndex).containsExactly(0);
  }

  @Test
  void shouldRefuseAVolumeOfTwentyMegabytes() {
    stream.send(volumeOf(TWENTY_MEGABYTES));

    assertThat(stream.letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.getCode()).isEqualTo("TOO_LARGE"))
        .satisfies(letter -> assertThat(letter.getMessage()).contains("value", "2000"));
  }

  @Test
  void shouldGoOnAfterAVolumeOfTwentyMegabytes() {
    stream.send(RUN.header());
    stream.send(RUN.event(0));
    stream.send(RUN.volume(0));
    stream.send(volumeOf(TWENTY_MEGABYTES));
    playRest();

    assertThat(stream.vectors()).extracting(VoxelVector::getTrialIndex).containsExactly(0);
  }

  @Test
  void shouldHoldNoVolumeThatItsChangelogCouldNotTake() {
    stream.send(volumeOf(TWENTY_MEGABYTES));

    assertThat(stream.bytesOf("held-records-v6").approximateNumEntries()).isZero();
  }

  @Test
  void shouldClipTheLetterOfALargeVolume() {
    stream.send(volumeOf(TWENTY_MEGABYTES));

    DeadLetter letter = stream.letters().get(0);
    assertThat(letter.getClipped()).isTrue();
    assertThat(letter.getValue().orElseThrow().remaining()).isLessThan(100_000);
  }

  @Test
  void shouldStoreNoHeaderThatItsChangelogCouldNotTake() {
    stream.send(RUN.header().setSource("x".repeat(TWENTY_MEGABYTES)));

    assertThat(stream.codes()).containsExactly("TOO_LARGE");
  }

  @Test
  void shouldNotUseAnRoiMaskWhoseGridIsNone() {
    stream.roi(RUN.roi().setGeometry(TestRun.grid(4096, 4096, 4096)));
    stream.send(RUN.header());
    stream.send(RUN.event(0));

    assertThat(stream.letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.getCode()).isEqualTo("INVALID_RECORD"))
        .satisfies(letter -> assertThat(letter.getMessage()).contains("mask", "grid"));
  }

  @Test
  void shouldNotUseAnRoiMaskWhoseIdIsEndless() {
    stream.send(stream.topics.rois(), TestRun.ROI, RUN.roi().setRoiId(LONG).build(), TestRun.START);
    stream.send(RUN.header());
    stream.send(RUN.event(0));

    assertThat(stream.letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.getMessage()).contains("roiId"));
  }

  @Test
  void shouldSendNoLetterOfARecordWhoseLetterWasRefused() {
    stream.refuseLetterOf(stream.topics.volumes(), 0);
    stream.raw(stream.topics.volumes(), RUN.id(), new byte[] {1, 2, 3}, TestRun.START);

    assertThat(stream.letters()).isEmpty();
  }

  private void playRest() {
    for (int index : List.of(2, 3, 4)) {
      stream.send(RUN.volume(index));
    }
  }

  private static BoldVolume volumeOf(int bytes) {
    return RUN.volume(1).setVoxels(ByteBuffer.allocate(bytes)).build();
  }
}
