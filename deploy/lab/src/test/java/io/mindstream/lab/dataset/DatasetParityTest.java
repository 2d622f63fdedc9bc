package io.mindstream.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.array.UnusableArrayException;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw data to the numbers that the public code made of them, in float64. */
class DatasetParityTest {

  private static final int PATCH = 16;
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  private static Path folder(String fixture) {
    return SharedData.of("fixtures").resolve(fixture);
  }

  private static void assertSame(DoubleArray found, String fixture, String array) {
    DoubleArray expected = NpyFile.read(folder(fixture).resolve(array + ".npy"));
    assertThat(new long[] {found.rows(), found.columns()}).isEqualTo(expected.shape());
    assertThat(found.values()).containsExactly(expected.values(), ROUNDING);
  }

  @Test
  void shouldPrepareGodTrainingTrials() {
    GodDataset god = new GodDataset(folder("mind-vis-layers"), "VC");
    assertSame(god.raw("3", DatasetSplit.TRAIN), "mind-vis-layers", "fmri_raw_train");
    assertSame(
        god.preprocessed("3", DatasetSplit.TRAIN, PATCH), "mind-vis-layers", "fmri_pre_train");
  }

  @Test
  void shouldLeaveGodTestImagesUnscaled() {
    GodDataset god = new GodDataset(folder("mind-vis-layers"), "VC");
    assertSame(god.raw("sbj_3", DatasetSplit.TEST), "mind-vis-layers", "fmri_raw_test");
    assertSame(
        god.preprocessed("sbj_3", DatasetSplit.TEST, PATCH), "mind-vis-layers", "fmri_pre_test");
  }

  @Test
  void shouldNameMaskThatIsMissing() {
    GodDataset god = new GodDataset(folder("mind-vis-layers"), "V1");
    assertThatThrownBy(() -> god.raw("3", DatasetSplit.TEST))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("'V1'")
        .hasMessageContaining("VC");
  }

  @Test
  void shouldNormaliseBold5000BeforeSplitting() {
    Bold5000Dataset bold = new Bold5000Dataset(folder("mind-vis-layers-2"));
    assertSame(
        bold.preprocessed("CSI1", DatasetSplit.TRAIN, PATCH),
        "mind-vis-layers-2",
        "fmri_pre_train");
    assertSame(
        bold.preprocessed("CSI1", DatasetSplit.TEST, PATCH), "mind-vis-layers-2", "fmri_pre_test");
  }

  @Test
  void shouldReadBold5000StimuliInOrderOfTrials() throws IOException {
    Path golden = folder("mind-vis-layers-2").resolve("stimulus_sequence.json");
    List<String> expected = List.of(new ObjectMapper().readValue(golden.toFile(), String[].class));
    assertThat(new Bold5000Dataset(folder("mind-vis-layers-2")).stimuli("CSI1"))
        .isEqualTo(expected.stream().map(name -> name.replaceFirst("^rep_", "")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mind-vis-layers", "mind-vis-layers-2"})
  void shouldAverageHcpWindows(String fixture) {
    HcpDataset hcp = new HcpDataset(folder(fixture).resolve("hcp_raw.npy"));
    assertSame(hcp.preprocessed("any", DatasetSplit.TRAIN, PATCH), fixture, "hcp_pre");
  }

  @Test
  void shouldPadAndNormaliseByOwnStatistics() {
    Path tiny = folder("mind-vis-tiny");
    DoubleArray raw = NpyFile.read(tiny.resolve("fmri_raw.npy")).matrix("fmri_raw");
    assertThat(FmriPreprocessing.pad(raw, PATCH).floats())
        .containsExactly(NpyFile.read(tiny.resolve("fmri_padded.npy")).floats());
    assertThat(FmriPreprocessing.padAndNormalise(raw, PATCH).floats())
        .containsExactly(
            NpyFile.read(tiny.resolve("fmri_normalised.npy")).floats(), Offset.offset(1e-6f));
  }

  @Test
  void shouldAddWholePatchToWholePatches() {
    DoubleArray padded = FmriPreprocessing.pad(new DoubleArray(new double[] {1, 2}, 1, 2), 2);
    assertThat(padded.values()).containsExactly(1, 2, 1, 2);
  }

  @Test
  void shouldRefuseToNormaliseConstantVectors() {
    DoubleArray constant = new DoubleArray(new double[] {4, 4, 4}, 1, 3);
    assertThatThrownBy(() -> FmriPreprocessing.padAndNormalise(constant, 2))
        .isInstanceOf(UnusableArrayException.class)
        .hasMessageContaining("standard deviation is 0");
  }
}
