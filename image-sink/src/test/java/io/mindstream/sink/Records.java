package io.mindstream.sink;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.schemas.avro.VoxelType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;

/** Small records of one run. */
public final class Records {

  public static final String RUN = "sub-01_task-viewing_run-03";
  public static final Instant SCANNED = Instant.parse("2026-03-01T10:00:00Z");

  private Records() {}

  public static RunHeader run(RunState state) {
    return RunHeader.newBuilder()
        .setRunId(RUN)
        .setState(state)
        .setRepetitionTimeSeconds(2)
        .setGeometry(
            Geometry.newBuilder()
                .setNx(2)
                .setNy(2)
                .setNz(1)
                .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
                .setAffine(Collections.nCopies(12, 0.0))
                .build())
        .setRoiId("V1")
        .setExpectedVolumes(10)
        .setSource("a folder")
        .setStartedAt(SCANNED)
        .build();
  }

  public static BoldVolume volume(int index) {
    return BoldVolume.newBuilder()
        .setRunId(RUN)
        .setIndex(index)
        .setAcquiredAt(SCANNED)
        .setReceivedAt(SCANNED)
        .setNx(2)
        .setNy(2)
        .setNz(1)
        .setType(VoxelType.INT16)
        .setVoxels(ByteBuffer.wrap(new byte[] {0, 0, 1, 0, 2, 0, 3, 0}))
        .build();
  }

  public static StimulusEvent event(int trial) {
    return StimulusEvent.newBuilder()
        .setRunId(RUN)
        .setTrialIndex(trial)
        .setOnsetSeconds(10.0 * trial)
        .setDurationSeconds(4)
        .setTrialType("face")
        .setStimulusPng(png(3))
        .setOccurredAt(SCANNED)
        .build();
  }

  public static DecodedImage image(int trial, int sample) {
    return image(trial, sample, png(100 + trial + sample));
  }

  public static DecodedImage image(int trial, int sample, ByteBuffer png) {
    return DecodedImage.newBuilder()
        .setRunId(RUN)
        .setTrialIndex(trial)
        .setTrialType("face")
        .setOnsetSeconds(10.0 * trial)
        .setSampleIndex(sample)
        .setSamples(2)
        .setSeed(42)
        .setModelId("m")
        .setModelChecksum("c")
        .setModelTrained(false)
        .setSampler("ddim")
        .setSteps(5)
        .setWidth(4)
        .setHeight(4)
        .setPng(png)
        .setEncodeMillis(1)
        .setSampleMillis(2)
        .setDecodeMillis(3)
        .setDevice("cpu")
        .setNormalisation("running")
        .setVolumesUsed(2)
        .setVolumesExpected(2)
        .setFirstVolume(3)
        .setLastVolume(4)
        .setTimes(times())
        .build();
  }

  /** A later answer to a trial, which saw two volumes more for each. */
  public static DecodedImage answer(int trial, int sample, int revision) {
    Instant acquired = SCANNED.plusSeconds(4L * (revision - 1));
    return DecodedImage.newBuilder(image(trial, sample, png(1000 * revision + trial + sample)))
        .setRevision(revision)
        .setLastRevision(revision == 3)
        .setNewestVolume(4 + 2 * revision)
        .setTimes(
            StageTimes.newBuilder(times())
                .setLastVolumeAcquiredAt(acquired)
                .setVectorEmittedAt(acquired.plusMillis(30))
                .build())
        .build();
  }

  /** The quality of a volume in which the head moved. */
  public static ScanQuality quality(int volume, double moved) {
    return quality(SCANNED)
        .setVolume(
            VolumeQuality.newBuilder()
                .setIndex(volume)
                .setAcquiredAt(SCANNED)
                .setReceivedAt(SCANNED)
                .setMotion(List.of(0.0, moved, 0.0, 0.0, 0.0, 0.0))
                .setFramewiseDisplacement(moved)
                .setFlags(moved > 0.5 ? List.of("MOTION") : List.of())
                .build())
        .build();
  }

  /** The quality of a run in which the head moved so far at most. */
  public static ScanQuality summary(double moved) {
    return quality(SCANNED)
        .setSummary(
            RunQuality.newBuilder()
                .setVolumes(9)
                .setMissing(1)
                .setMaxFramewiseDisplacement(moved)
                .setFlaggedVolumes(2)
                .build())
        .build();
  }

  private static ScanQuality.Builder quality(Instant startedAt) {
    return ScanQuality.newBuilder().setRunId(RUN).setStartedAt(startedAt);
  }

  public static StageTimes times() {
    return StageTimes.newBuilder()
        .setLastVolumeAcquiredAt(SCANNED)
        .setLastVolumeReceivedAt(SCANNED.plusMillis(10))
        .setVectorEmittedAt(SCANNED.plusMillis(30))
        .setDecodeStartedAt(SCANNED.plusMillis(60))
        .setDecodeEndedAt(SCANNED.plusMillis(100))
        .build();
  }

  public static Preview preview(int trial, int step) {
    return Preview.newBuilder()
        .setRunId(RUN)
        .setTrialIndex(trial)
        .setSampleIndex(0)
        .setStep(step)
        .setSteps(20)
        .setPng(png(step))
        .build();
  }

  public static DeadLetter deadLetter(String code) {
    return DeadLetter.newBuilder()
        .setTopic("scanner.events")
        .setPartition(0)
        .setOffset(1)
        .setCode(code)
        .setMessage("no")
        .setService("preprocess-stream")
        .setFailedAt(SCANNED)
        .build();
  }

  /** A 4 x 4 picture of one grey. */
  public static ByteBuffer png(int grey) {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, grey);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }
}
