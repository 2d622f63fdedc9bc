package io.mindstream.decoder.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.model.ModelSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {

  @TempDir private Path folder;
  private Path bundle;
  private Path weights;
  private BundleDescription written;

  @BeforeEach
  void makeBundle() {
    bundle = folder.resolve("bundle");
    weights = bundle.resolve("weights.safetensors");
    written = RandomBundle.create(ModelSize.TINY, 100, 3, "VC", bundle);
  }

  @Test
  void shouldReadDescriptionBackAsWritten() {
    try (ModelBundle opened = ModelBundle.open(bundle)) {
      assertThat(opened.description()).isEqualTo(written);
    }
  }

  @Test
  void shouldPadRoiToWholePatches() {
    assertThat(written.architecture().encoder().voxels()).isEqualTo(104);
    assertThat(ModelSize.TINY.architecture(104).encoder().voxels()).isEqualTo(112);
  }

  @Test
  void shouldMakeSameWeightsFromSameSeed() {
    BundleDescription again =
        RandomBundle.create(ModelSize.TINY, 100, 3, "VC", folder.resolve("again"));
    BundleDescription other =
        RandomBundle.create(ModelSize.TINY, 100, 4, "VC", folder.resolve("other"));
    assertThat(again.weightsSha256()).isEqualTo(written.weightsSha256());
    assertThat(other.weightsSha256()).isNotEqualTo(written.weightsSha256());
  }

  @Test
  void shouldBeginTensorsAtMultipleOfEightBytes() throws IOException {
    long header =
        ByteBuffer.wrap(Files.readAllBytes(weights)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
  }

  @Test
  void shouldNoticeChangedWeights() throws IOException {
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void shouldNoticeMissingEnd() throws IOException {
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length - 4));
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("weights.safetensors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,36]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":1}",
        "[]",
        "{"
      })
  void shouldRefuseUnsoundHeader(String json) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(weights, file.putLong(text.length).put(text).array());
    assertThatThrownBy(() -> SafetensorsFile.open(weights))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("weights.safetensors");
  }

  @Test
  void shouldReadHalfPrecisionAsFloat32() throws IOException {
    byte[] text =
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}"
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.length).put(text).putLong(0x7bff_0001_c000_3555L);
    Files.write(weights, file.array());
    try (SafetensorsFile opened = SafetensorsFile.open(weights)) {
      float[] values = new float[4];
      opened.data("a").asFloatBuffer().get(values);
      assertThat(values).containsExactly(0.333251953125f, -2, 0x1p-24f, 65504);
    }
  }

  @Test
  void shouldPredictNoiseWhereTheDescriptionDoesNotSay() throws IOException {
    Path json = bundle.resolve("bundle.json");
    Files.writeString(json, Files.readString(json).replaceFirst("\"prediction\".*\n", ""));
    try (ModelBundle opened = ModelBundle.open(bundle)) {
      assertThat(opened.description().prediction()).isEqualTo(Prediction.NOISE);
    }
  }

  @Test
  void shouldBeOfMindVisWhereTheDescriptionNamesNoFamily() throws IOException {
    Path json = bundle.resolve("bundle.json");
    Files.writeString(json, Files.readString(json).replaceFirst("\"family\".*\n", ""));
    try (ModelBundle opened = ModelBundle.open(bundle)) {
      assertThat(opened.description()).isEqualTo(written);
    }
  }

  @Test
  void shouldHaveACardThatIsReadWithoutItsArchitecture() throws IOException {
    Path json = bundle.resolve("bundle.json");
    Files.writeString(json, Files.readString(json).replace("\"architecture\"", "\"secret\""));
    assertThat(ModelCard.read(bundle)).isEqualTo(written.card());
  }

  @Test
  void shouldWriteItsFamily() throws IOException {
    assertThat(Files.readString(bundle.resolve("bundle.json")))
        .contains("\"family\" : \"mind-vis\"");
  }

  @Test
  void shouldNotTakeAnotherFamilysModelForItsOwn() throws IOException {
    Path json = bundle.resolve("bundle.json");
    Files.writeString(json, Files.readString(json).replace("mind-vis", "retrieval"));
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("'retrieval'")
        .hasMessageContaining("'mind-vis'");
  }

  @Test
  void shouldSayHowToMakeBundleWhenThereIsNone() {
    assertThatThrownBy(() -> ModelBundle.open(folder.resolve("nothing")))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("mindstream model import");
  }

  @Test
  void shouldNameWhatIsWrongInDescription() throws IOException {
    Path json = bundle.resolve("bundle.json");
    Files.writeString(json, Files.readString(json).replace("\"heads\" : 4", "\"heads\" : 5"));
    assertThatThrownBy(() -> ModelBundle.open(bundle))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("bundle.json")
        .hasMessageContaining("5 heads");
  }
}
