package io.mindstream.bridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StimulusTest {

  @Test
  void shouldComeBackFromItsId() {
    Stimulus stimulus = new Stimulus(Category.FACE, 123);
    assertThat(stimulus.id()).isEqualTo("face-000123");
    assertThat(Stimulus.parse("face-000123")).isEqualTo(stimulus);
  }

  @ParameterizedTest
  @ValueSource(strings = {"face", "face-1", "ghost-000001", ""})
  void shouldRefuseTextThatIsNoId(String text) {
    assertThatThrownBy(() -> Stimulus.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void shouldDrawTheSamePictureAgain(Category category) {
    assertThat(new Stimulus(category, 42).png(48)).isEqualTo(new Stimulus(category, 42).png(48));
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void shouldFillASensiblePartOfThePicture(Category category) {
    var figure = new Stimulus(category, 42).drawFigure(64);
    int covered = 0;
    for (int i = 0; i < 64 * 64; i++) {
      covered += figure.getRGB(i % 64, i / 64) >>> 24 > 127 ? 1 : 0;
    }
    assertThat(covered).isBetween(64 * 64 / 40, 64 * 64 * 3 / 4);
  }

  @Test
  void shouldLookDifferentForEverySeed() {
    Set<StimulusParameters> looks = new HashSet<>();
    for (int seed = 0; seed < 1000; seed++) {
      looks.add(new Stimulus(Category.SHOE, seed).parameters());
    }
    assertThat(looks).hasSize(1000);
  }

  @Test
  void shouldBeAPngOfTheAskedSize() throws IOException {
    var picture = ImageIO.read(new ByteArrayInputStream(new Stimulus(Category.CAR, 1).png(96)));
    assertThat(picture.getWidth()).isEqualTo(96);
  }

  @Test
  void shouldNotShareScannerStimuliWithTraining() {
    SimulationSettings settings = SimulationSettings.defaults().withTrials(40);
    assertThat(RunPlan.of(settings, 0).trials())
        .allMatch(trial -> trial.stimulus().seed() >= Stimulus.FIRST_SCANNER_SEED);
  }
}
