package io.mindstream.imaging.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.imaging.nifti.HeaderTime;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTimeTest {

  private static final HeaderTime TWO_SECONDS = new HeaderTime(2, HeaderTime.Unit.SECONDS);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2, SECONDS, 2.0, 's'",
    "2000, MILLISECONDS, 2.0, 'ms'",
    "800000, MICROSECONDS, 0.8, 'us'",
    "1, NONE, 1.0, 'no unit of time, seconds are assumed'"
  })
  void shouldTakeAndNameTheHeaders(
      double stored, HeaderTime.Unit unit, double seconds, String words) {
    RepetitionTime time = ofHeader(new HeaderTime(stored, unit));
    assertThat(time.seconds()).isEqualTo(seconds);
    assertThat(time.origin()).contains("header", words);
  }

  @ParameterizedTest
  @CsvSource({"2000, SECONDS", "2000, NONE", "2, MILLISECONDS", "0, SECONDS", "2, OTHER"})
  void shouldRefuseAnAbsurdHeaderAndAskForTheField(double stored, HeaderTime.Unit unit) {
    assertThatThrownBy(() -> ofHeader(new HeaderTime(stored, unit)))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("pixdim[4]")
        .hasMessageContaining("RepetitionTime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000", "30.5", "0", "-2", "\"2.0\"", "[2]", "NaN", "1e-4", "true"})
  void shouldRefuseAnAbsurdFieldByItsName(String value) throws IOException {
    assertThatThrownBy(() -> ofSidecar("{\"RepetitionTime\": " + value + "}", 5))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("task-v_bold.json")
        .hasMessageContaining("RepetitionTime")
        .hasMessageContaining("seconds");
  }

  @Test
  void shouldTakeTheSidecarsAndSayThatTheHeaderDiffers() throws IOException {
    RepetitionTime time = ofSidecar("{\"RepetitionTime\": 0.8, \"ImagingFrequency\": NaN}", 5);
    assertThat(time.seconds()).isEqualTo(0.8);
    assertThat(time.origin()).contains("task-v_bold.json", "header differs (pixdim[4] = 2, s)");
  }

  @Test
  void shouldTakeTheStepOfEqualVolumeTiming() throws IOException {
    RepetitionTime time = ofSidecar("{\"VolumeTiming\": [0, 1.5, 3.0, 4.5]}", 4);
    assertThat(time.seconds()).isEqualTo(1.5);
    assertThat(time.origin()).contains("VolumeTiming");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0, 2, 4, 16]",
        "[1, 3, 5, 7]",
        "[0, 2, 4]",
        "[0, 2, 4, \"6\"]",
        "2",
        "[0, 0, 0, 0]"
      })
  void shouldRefuseOtherVolumeTimingByItsName(String value) throws IOException {
    assertThatThrownBy(() -> ofSidecar("{\"VolumeTiming\": " + value + "}", 4))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("VolumeTiming");
  }

  @Test
  void shouldRefuseFieldsThatContradictEachOther() throws IOException {
    assertThatThrownBy(
            () -> ofSidecar("{\"RepetitionTime\": 2, \"VolumeTiming\": [0, 1, 2, 3]}", 4))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("RepetitionTime")
        .hasMessageContaining("VolumeTiming");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"RepetitionTime\": 2", "[2]", "", "{\"a\": \"\u0000\"}"})
  void shouldSayThatASidecarIsNoJson(String text) throws IOException {
    assertThatThrownBy(() -> ofSidecar(text, 4))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("JSON");
  }

  private RepetitionTime ofSidecar(String json, int volumes) throws IOException {
    Path file = Files.writeString(folder.resolve("task-v_bold.json"), json);
    return RepetitionTime.of(run(List.of(file)), header(TWO_SECONDS, volumes));
  }

  private RepetitionTime ofHeader(HeaderTime time) {
    return RepetitionTime.of(run(List.of()), header(time, 5));
  }

  private BidsRun run(List<Path> sidecars) {
    RunId id = new RunId("1", Optional.empty(), "v", Optional.empty());
    Path bold = folder.resolve("sub-1_task-v_bold.nii");
    return new BidsRun(id, bold, Optional.empty(), sidecars);
  }

  private static NiftiHeader header(HeaderTime time, int volumes) {
    return new NiftiHeader(
        1,
        ByteOrder.LITTLE_ENDIAN,
        new VolumeShape(1, 1, 1),
        volumes,
        NiftiType.UINT8,
        1,
        0,
        List.of(1.0, 1.0, 1.0),
        List.of(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0),
        true,
        time,
        0);
  }
}
