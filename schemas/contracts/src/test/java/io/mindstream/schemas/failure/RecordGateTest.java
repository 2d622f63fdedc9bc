package io.mindstream.schemas.failure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RoiReference;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.kafka.MessageLimits;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordGateTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-03-01T10:00:00Z", "2199-12-31T23:59:59Z"})
  void shouldTakeTimesOfThisWorld(String at) {
    assertThatCode(() -> RecordGate.check(event("run", Instant.parse(at))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "+58115-01-01T00:00:00Z"})
  void shouldRefuseEveryOtherTime(String at) {
    assertRefused(() -> RecordGate.check(event("run", Instant.parse(at))), "occurredAt");
  }

  @Test
  void shouldRefuseANameOfMoreThan256Bytes() {
    assertRefused(() -> RecordGate.check(event("é".repeat(129), NOW)), "runId");
  }

  @Test
  void shouldTakeANameOf256Bytes() {
    assertThatCode(() -> RecordGate.check(event("é".repeat(128), NOW))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseARepetitionTimeThatIsNone(double seconds) {
    assertRefused(() -> RecordGate.check(run(seconds, 2)), "repetitionTimeSeconds");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4096, Integer.MAX_VALUE})
  void shouldRefuseAGridOfMoreThan16MebibytesOrOfNothing(int side) {
    assertThatThrownBy(() -> RecordGate.check(run(2, side))).isInstanceOf(PipelineException.class);
  }

  @Test
  void shouldTakeTheLargestVolume() {
    assertThatCode(() -> RecordGate.check(volume(MessageLimits.MAX_VOLUME_BYTES)))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseALargerVolumeHoweverWellItWasPacked() {
    assertRefused(() -> RecordGate.check(volume(MessageLimits.MAX_VOLUME_BYTES + 1)), "voxels");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 3600.1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseAnEventWhoseWindowBeginsNowhere(double delay) {
    StimulusEvent event =
        StimulusEvent.newBuilder(event("run", NOW)).setWindowDelaySeconds(delay).build();
    assertRefused(() -> RecordGate.check(event), "windowDelaySeconds");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 3600.1, Double.NaN})
  void shouldRefuseAnEventWhoseWindowHasNoLength(double length) {
    StimulusEvent event =
        StimulusEvent.newBuilder(event("run", NOW)).setWindowLengthSeconds(length).build();
    assertRefused(() -> RecordGate.check(event), "windowLengthSeconds");
  }

  @Test
  void shouldTakeAMaskWithAnImageOfItsGrid() {
    assertThatCode(() -> RecordGate.check(mask(2 * 27, 1))).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseAMaskWithAnImageOfAnotherGrid() {
    assertRefused(() -> RecordGate.check(mask(2 * 26, 1)), "reference.voxels");
  }

  @Test
  void shouldRefuseAMaskWithAnImageWithoutScale() {
    assertRefused(() -> RecordGate.check(mask(2 * 27, Double.NaN)), "reference.slope");
  }

  @Test
  void shouldRefuseQualityOfNothing() {
    assertRefused(() -> RecordGate.check(quality(null)), "volume and summary");
  }

  @Test
  void shouldRefuseMotionOfOtherThanSixNumbers() {
    assertRefused(() -> RecordGate.check(quality(List.of(1.0, 2.0))), "motion");
  }

  @Test
  void shouldRefuseMotionThatIsNoNumber() {
    assertRefused(
        () -> RecordGate.check(quality(Collections.nCopies(6, Double.NaN))), "must be finite");
  }

  @Test
  void shouldTakeQualityOfARunThatIsNotRealigned() {
    assertThatCode(() -> RecordGate.check(quality(List.of()))).doesNotThrowAnyException();
  }

  /** With the motion of a volume; of no volume where there is none. */
  @Test
  void shouldRefuseAMeasureThatIsNoNumber() {
    ScanQuality.Builder quality = ScanQuality.newBuilder(quality(List.of()));
    quality.getVolumeBuilder().setGhostRatio(Double.POSITIVE_INFINITY);

    assertRefused(() -> RecordGate.check(quality.build()), "ghostRatio must be finite");
  }

  private static ScanQuality quality(@Nullable List<Double> motion) {
    ScanQuality.Builder quality = ScanQuality.newBuilder().setRunId("run").setStartedAt(NOW);
    if (motion != null) {
      quality.setVolume(
          VolumeQuality.newBuilder()
              .setIndex(0)
              .setAcquiredAt(NOW)
              .setReceivedAt(NOW)
              .setMotion(motion)
              .build());
    }
    return quality.build();
  }

  private static void assertRefused(ThrowingCallable check, String field) {
    assertThatThrownBy(check)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(field)
        .extracting(failure -> ((PipelineException) failure).code())
        .isEqualTo(FailureCode.INVALID_RECORD);
  }

  private static StimulusEvent event(String run, Instant at) {
    return StimulusEvent.newBuilder()
        .setRunId(run)
        .setTrialIndex(0)
        .setOnsetSeconds(1)
        .setDurationSeconds(1)
        .setTrialType("face")
        .setOccurredAt(at)
        .build();
  }

  private static RoiMask mask(int bytes, double slope) {
    return RoiMask.newBuilder()
        .setRoiId("V1")
        .setGeometry(run(2, 3).getGeometry())
        .setIndices(List.of(0))
        .setReference(
            RoiReference.newBuilder()
                .setType(VoxelType.INT16)
                .setSlope(slope)
                .setVoxels(ByteBuffer.allocate(bytes))
                .build())
        .build();
  }

  private static RunHeader run(double repetitionTime, int side) {
    return RunHeader.newBuilder()
        .setRunId("run")
        .setState(RunState.STARTED)
        .setRepetitionTimeSeconds(repetitionTime)
        .setGeometry(
            Geometry.newBuilder()
                .setNx(side)
                .setNy(side)
                .setNz(side)
                .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
                .setAffine(Collections.nCopies(12, 0.0))
                .build())
        .setRoiId("V1")
        .setSource("a folder")
        .setStartedAt(NOW)
        .build();
  }

  private static BoldVolume volume(int bytes) {
    return BoldVolume.newBuilder()
        .setRunId("run")
        .setIndex(0)
        .setAcquiredAt(NOW)
        .setReceivedAt(NOW)
        .setNx(2)
        .setNy(2)
        .setNz(1)
        .setType(VoxelType.INT16)
        .setVoxels(ByteBuffer.allocate(bytes))
        .build();
  }
}
