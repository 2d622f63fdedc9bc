package io.mindstream.benchmarks.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Records of one run, with pictures of noise of 64 x 64 pixels and volumes of 64 x 64 x 35. */
final class GeneratedRun {

  private static final List<String> TYPES = List.of("face", "house", "cat", "chair", "shoe");
  private static final int NX = 64;
  private static final int NZ = 35;
  private static final int VOXELS = 4000;
  private static final int SECONDS_A_RUN = 3600;
  private static final ByteBuffer SCAN = ByteBuffer.wrap(noise(NX * NX * NZ * Short.BYTES));
  private static final List<ByteBuffer> PICTURES =
      IntStream.range(0, 16).mapToObj(GeneratedRun::picture).toList();

  private final String id;
  private final Instant start;

  /** The newest run has the highest number. */
  GeneratedRun(int number) {
    this.id = String.format(Locale.ROOT, "sub-01_ses-02_task-viewing_run-%03d", number);
    this.start = Instant.EPOCH.plusSeconds(1_800_000_000L + (long) number * SECONDS_A_RUN);
  }

  String id() {
    return id;
  }

  RunHeader header(RunState state) {
    return RunHeader.newBuilder()
        .setRunId(id)
        .setState(state)
        .setRepetitionTimeSeconds(1)
        .setGeometry(grid())
        .setRoiId("sub-01_desc-VC")
        .setSource("generated")
        .setStartedAt(start)
        .build();
  }

  RoiMask mask() {
    return RoiMask.newBuilder()
        .setRoiId("sub-01_desc-VC")
        .setGeometry(grid())
        .setIndices(IntStream.range(0, VOXELS).boxed().toList())
        .build();
  }

  BoldVolume volume(int index) {
    return BoldVolume.newBuilder()
        .setRunId(id)
        .setIndex(index)
        .setAcquiredAt(start.plusSeconds(index))
        .setReceivedAt(Instant.now())
        .setNx(NX)
        .setNy(NX)
        .setNz(NZ)
        .setType(VoxelType.INT16)
        .setVoxels(SCAN.duplicate())
        .build();
  }

  StimulusEvent event(int trial) {
    return StimulusEvent.newBuilder()
        .setRunId(id)
        .setTrialIndex(trial)
        .setOnsetSeconds(trial)
        .setDurationSeconds(1)
        .setTrialType(TYPES.get(trial % TYPES.size()))
        .setStimulusId("picture-" + trial)
        .setStimulusPng(PICTURES.get(trial % PICTURES.size()).duplicate())
        .setOccurredAt(start.plusSeconds(trial))
        .build();
  }

  DecodedImage image(int trial) {
    Instant acquired = start.plusSeconds(trial + 5L);
    return DecodedImage.newBuilder()
        .setRunId(id)
        .setTrialIndex(trial)
        .setTrialType(TYPES.get(trial % TYPES.size()))
        .setStimulusId("picture-" + trial)
        .setOnsetSeconds(trial)
        .setSampleIndex(0)
        .setSamples(1)
        .setSeed(trial)
        .setModelId("generated")
        .setModelChecksum("0")
        .setModelTrained(true)
        .setSampler("dpmpp")
        .setSteps(20)
        .setWidth(NX)
        .setHeight(NX)
        .setPng(PICTURES.get(trial % PICTURES.size()).duplicate())
        .setEncodeMillis(1)
        .setSampleMillis(2)
        .setDecodeMillis(3)
        .setDevice("cpu")
        .setNormalisation("running")
        .setVolumesUsed(4)
        .setVolumesExpected(4)
        .setFirstVolume(trial)
        .setLastVolume(trial + 3)
        .setTimes(
            StageTimes.newBuilder()
                .setLastVolumeAcquiredAt(acquired)
                .setLastVolumeReceivedAt(acquired.plusMillis(10))
                .setVectorEmittedAt(acquired.plusMillis(30))
                .setDecodeStartedAt(acquired.plusMillis(60))
                .setDecodeEndedAt(acquired.plusMillis(100))
                .build())
        .build();
  }

  private static Geometry grid() {
    return Geometry.newBuilder()
        .setNx(NX)
        .setNy(NX)
        .setNz(NZ)
        .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
        .setAffine(Collections.nCopies(12, 0.0))
        .build();
  }

  private static byte[] noise(int bytes) {
    byte[] noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    return noise;
  }

  private static ByteBuffer picture(int seed) {
    BufferedImage image = new BufferedImage(NX, NX, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int pixel = 0; pixel < NX * NX; pixel++) {
      image.setRGB(pixel % NX, pixel / NX, random.nextInt(1 << 24));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }
}
