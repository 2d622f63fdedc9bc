package io.mindstream.bridge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeOrderTest {

  private final Looks looks = new Looks();

  @Test
  void shouldWaitForALowerFileThatIsStillWritten() {
    looks.add(Looks.file("vol_1.nii", 1)).add(Looks.file(2)).look(Duration.ofSeconds(5));
    looks.add(Looks.file("vol_1.nii", 2)).look(Duration.ofSeconds(5));
    assertThat(looks.turns).isEmpty();
    assertThat(looks.look(Duration.ofSeconds(5)).numbers()).containsExactly(1L, 2L);
  }

  @Test
  void shouldPublishALateVolumeWithItsOwnIndex() {
    looks.add(Looks.file(1)).add(Looks.file(3)).settle().add(Looks.file(2)).settle();
    assertThat(looks.indices()).containsExactly(0, 2, 1);
    assertThat(looks.notes).last().asString().contains("vol_0002.nii came late");
  }

  @Test
  void shouldLeaveOutWhatLiesBeforeTheFirstVolume() {
    looks.add(Looks.file(5)).settle().add(Looks.file(4)).settle();
    assertThat(looks.numbers()).containsExactly(5L);
    assertThat(looks.notes).singleElement().asString().contains("began with number 5");
  }

  @Test
  void shouldLeaveOutAFileOfAnotherKind() {
    looks.add(Looks.file(1)).settle();
    looks.add(Looks.file("T1_20240101.nii", 9)).add(Looks.file("anatomy.nii", 9)).settle();
    assertThat(looks.numbers()).containsExactly(1L);
    assertThat(looks.notes)
        .hasSize(2)
        .anyMatch(note -> note.contains("must count volumes"))
        .anyMatch(note -> note.contains("has no number"));
  }

  @Test
  void shouldSayWhyAFileWasPassedOver() {
    List<FileSight> files = List.of(Looks.file(1), Looks.file(2));
    looks.order.look(files);
    looks.order.look(files);
    looks.order.unreadable(looks.order.next(Instant.EPOCH, Duration.ZERO).orElseThrow(), "cut off");
    looks.add(files.get(0)).add(files.get(1)).look(Duration.ZERO);
    assertThat(looks.numbers()).containsExactly(2L);
    assertThat(looks.notes).singleElement().asString().contains("vol_0001.nii", "cut off");
  }

  @Test
  void shouldLeaveOutWhatWasThereBefore() {
    looks.order.ignore(List.of(Looks.file(1)));
    looks.add(Looks.file(1)).add(Looks.file(2)).settle();
    assertThat(looks.numbers()).containsExactly(2L);
  }

  @ParameterizedTest
  @CsvSource({
    "vol_0012.nii, 12",
    "sub-01_run-2_vol-007.nii.gz, 7",
    "run2_vol12_e.NII, 12",
    "3.nii, 3"
  })
  void shouldTakeTheLastNumberOfAName(String name, long number) {
    assertThat(VolumeName.isVolume(name)).isTrue();
    assertThat(VolumeName.number(name)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".vol_1.nii",
        "._vol_1.nii",
        "vol_1.nii.part",
        "vol_1.nii.tmp",
        "vol_1.part.nii",
        "vol_1.tmp.nii.gz",
        "V1_mask.nii.gz",
        "vol_1.img",
        ".nii"
      })
  void shouldNotTakeForAVolumeWhatIsNone(String name) {
    assertThat(VolumeName.isVolume(name)).isFalse();
  }
}
