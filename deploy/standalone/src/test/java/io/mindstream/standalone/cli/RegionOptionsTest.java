package io.mindstream.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RegionOptionsTest {

  private static final StandaloneSettings SETTINGS = StandaloneSettings.embedded(Path.of("data"));

  @Test
  void shouldTellTheBridgeWhichRegionToDecode() {
    assertThat(options("--roi", "V1").apply(SETTINGS).properties())
        .containsEntry("mindstream.bridge.roi", "V1");
  }

  @Test
  void shouldLeaveTheSourceItsOwnRegion() {
    assertThat(options().apply(SETTINGS)).isEqualTo(SETTINGS);
  }

  @Test
  void shouldAskForNothingWhereNoRegionIsNamed() {
    assertThatCode(() -> options().require(true, false, false)).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseAMaskBesideTheRegion() {
    assertThatThrownBy(() -> options("--roi", "V1").require(true, true, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--mask");
  }

  @Test
  void shouldAskForAModelOfTheRegionsVoxels() {
    assertThatThrownBy(() -> options("--roi", "V1").require(false, false, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--model BUNDLE");
  }

  @Test
  void shouldAskForTheTopicsThatHoldTheRegion() {
    assertThatThrownBy(() -> options("--roi", "V1").require(false, true, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--data DIR");
  }

  private static RegionOptions options(String... arguments) {
    return CommandLine.populateCommand(new RegionOptions(), arguments);
  }
}
