package io.mindstream.decoder.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker over a real network with random weights. */
class RealModelTest {

  private static final int VOXELS = 90;

  @TempDir private static Path folder;
  private static TrialDecoder decoder;

  @BeforeAll
  static void load() {
    Path bundle = folder.resolve("bundle");
    RandomBundle.create(ModelSize.TINY, VOXELS, 1, "VC", bundle);
    decoder =
        new BundleDecoderFactory(
                bundle, new NetworkSettings(Precision.FP32, 0, folder.resolve("cache")))
            .open(new DeviceChoice.Cpu());
  }

  @AfterAll
  static void unload() {
    decoder.close();
  }

  @Test
  void shouldMakeTheSamePicturesFromTheSameVector() {
    List<DecodedImage> first = decode(vector(VOXELS), false);

    assertThat(decode(vector(VOXELS), false))
        .extracting(DecodedImage::getPng)
        .isEqualTo(first.stream().map(DecodedImage::getPng).toList());
  }

  @Test
  void shouldRefuseAVectorOfAnotherRoi() {
    assertThatThrownBy(() -> decode(vector(VOXELS - 1), false))
        .isInstanceOfSatisfying(
            PipelineException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.VOXEL_COUNT_MISMATCH));
  }

  @Test
  void shouldDecodeTheNextTrialAfterOneThatWasCalledOff() {
    assertThatThrownBy(() -> decode(vector(VOXELS), true))
        .isInstanceOf(CancellationException.class);

    assertThat(decode(vector(VOXELS), false)).hasSize(2);
  }

  private static VoxelVector vector(int voxels) {
    List<Float> values =
        IntStream.range(0, voxels).mapToObj(voxel -> (float) Math.sin(voxel)).toList();
    return Vectors.builder(0).setValues(values).build();
  }

  private static List<DecodedImage> decode(VoxelVector vector, boolean cancelled) {
    DecodeSettings settings = new DecodeSettings(new SamplingSettings(SamplerKind.DPMPP, 3, 1), 2);
    return new VectorDecoder(decoder, settings, Clock.systemUTC())
        .decode(vector, preview -> {}, () -> cancelled);
  }
}
