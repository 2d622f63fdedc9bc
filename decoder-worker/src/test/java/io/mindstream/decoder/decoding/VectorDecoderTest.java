package io.mindstream.decoder.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.decoder.diffusion.NoiseSeed;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class VectorDecoderTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:15Z");
  private static final String MODEL = "pattern";

  private final List<Preview> previews = new ArrayList<>();

  @Test
  void shouldWriteOneRecordForEachSample() {
    List<DecodedImage> images = decode(3, Vectors.of(7));

    assertThat(images).extracting(DecodedImage::getSampleIndex).containsExactly(0, 1, 2);
  }

  @Test
  void shouldSeedEachSampleByRunTrialSampleAndModel() {
    List<DecodedImage> images = decode(2, Vectors.of(7));

    assertThat(images)
        .extracting(DecodedImage::getSeed)
        .containsExactly(
            NoiseSeed.of(Vectors.RUN, 7, 0, MODEL), NoiseSeed.of(Vectors.RUN, 7, 1, MODEL));
  }

  @Test
  void shouldMakeTheSameRecordsFromTheSameVector() {
    assertThat(decode(2, Vectors.of(7)))
        .usingRecursiveComparison()
        .ignoringFields("decodeMillis") // measured
        .isEqualTo(decode(2, Vectors.of(7)));
  }

  @Test
  void shouldDrawEachSampleFromItsOwnNoise() {
    List<DecodedImage> images = decode(2, Vectors.of(7));

    assertThat(images.get(0).getPng()).isNotEqualTo(images.get(1).getPng());
  }

  @Test
  void shouldKeepTheTrialsDescriptionInTheRecord() {
    DecodedImage image = decode(1, Vectors.of(7)).get(0);

    assertThat(image.getStimulusId()).contains("face-3");
    assertThat(image.getTrialType()).isEqualTo("face");
    assertThat(image.getOnsetSeconds()).isEqualTo(12.5);
  }

  @Test
  void shouldSayWhichModelAndSamplerMadeThePicture() {
    DecodedImage image = decode(1, Vectors.of(7)).get(0);

    assertThat(image.getModelId()).isEqualTo(MODEL);
    assertThat(image.getModelTrained()).isFalse();
    assertThat(image.getSampler()).isEqualTo("ddim");
    assertThat(image.getSteps()).isEqualTo(10);
  }

  @Test
  void shouldStampWhenTheDecodeBeganAndEnded() {
    DecodedImage image = decode(1, Vectors.of(7)).get(0);

    assertThat(image.getTimes().getVectorEmittedAt()).isEqualTo(Vectors.EMITTED);
    assertThat(image.getTimes().getDecodeStartedAt()).contains(NOW);
    assertThat(image.getTimes().getDecodeEndedAt()).contains(NOW);
  }

  @Test
  void shouldWritePngsOfTheStatedSize() throws IOException {
    DecodedImage image = decode(1, Vectors.of(7)).get(0);

    var picture = ImageIO.read(new ByteArrayInputStream(image.getPng().array()));
    assertThat(picture.getWidth()).isEqualTo(image.getWidth());
    assertThat(picture.getHeight()).isEqualTo(image.getHeight());
  }

  @Test
  void shouldMakePreviewsOfEverySampleAtEveryNthStepButTheLast() {
    decode(2, Vectors.of(7));

    assertThat(previews).extracting(Preview::getStep).containsExactly(5, 5);
    assertThat(previews).extracting(Preview::getSampleIndex).containsExactly(0, 1);
  }

  @Test
  void shouldEndAtTheNextStepOnceNobodyWantsThePictures() {
    assertThatThrownBy(() -> decoder(1).decode(Vectors.of(7), previews::add, () -> true))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("step 1 of 10");
  }

  @Test
  void shouldTakeAVectorThatAsksForTheLoadedModel() {
    assertThat(decode(1, Vectors.builder(7).setModelId(MODEL).build())).hasSize(1);
  }

  @Test
  void shouldRefuseAVectorThatAsksForAnotherModel() {
    assertRefused(Vectors.builder(7).setModelId("other").build(), FailureCode.UNKNOWN_MODEL);
  }

  @Test
  void shouldRefuseAVectorOfAnotherLength() {
    assertRefused(
        Vectors.builder(7).setValues(List.of(1f)).build(), FailureCode.VOXEL_COUNT_MISMATCH);
  }

  @Test
  void shouldRefuseValuesThatAreNotFinite() {
    List<Float> values = List.of(1f, 2f, Float.NaN, 4f, 5f, 6f);

    assertRefused(Vectors.builder(7).setValues(values).build(), FailureCode.NOT_FINITE);
  }

  @Test
  void shouldRefuseANegativeTrialIndex() {
    assertRefused(Vectors.builder(-1).build(), FailureCode.INVALID_RECORD);
  }

  @Test
  void shouldRefuseATimeOfAnotherUnit() {
    StageTimes.Builder times = StageTimes.newBuilder(Vectors.of(7).getTimes());
    VoxelVector late =
        Vectors.builder(7)
            .setTimes(times.setVectorEmittedAt(NOW.plus(Duration.ofDays(20_000_000))).build())
            .build();

    assertRefused(late, FailureCode.INVALID_RECORD);
  }

  @Test
  void shouldRefuseAnIdWithoutEnd() {
    VoxelVector endless = Vectors.builder(7).setRoiId("x".repeat(70_000)).build();

    assertRefused(endless, FailureCode.INVALID_RECORD);
  }

  @Test
  void shouldCloseADecoderThatCannotSampleSo() {
    PatternDecoder decoder = new PatternDecoder(MODEL, values -> {});
    SamplingSettings many =
        new SamplingSettings(SamplerKind.DDIM, PatternDecoder.MOST_STEPS + 1, 0);

    assertThatThrownBy(
            () -> new VectorDecoder(decoder, new DecodeSettings(many, 1), Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(decoder.isClosed()).isTrue();
  }

  @Test
  void shouldRefuseAWindowThatRunsBackwards() {
    assertRefused(Vectors.builder(7).setFirstVolume(10).build(), FailureCode.INVALID_RECORD);
  }

  @Test
  void shouldRefuseMoreVolumesUsedThanExpected() {
    assertRefused(Vectors.builder(7).setVolumesUsed(3).build(), FailureCode.INVALID_RECORD);
  }

  private void assertRefused(VoxelVector vector, FailureCode code) {
    assertThatThrownBy(() -> decode(1, vector))
        .isInstanceOfSatisfying(
            PipelineException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private List<DecodedImage> decode(int samples, VoxelVector vector) {
    return decoder(samples).decode(vector, previews::add, () -> false);
  }

  private static VectorDecoder decoder(int samples) {
    return new VectorDecoder(
        new PatternDecoder(MODEL, values -> {}),
        new DecodeSettings(new SamplingSettings(SamplerKind.DDIM, 10, 5), samples),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
