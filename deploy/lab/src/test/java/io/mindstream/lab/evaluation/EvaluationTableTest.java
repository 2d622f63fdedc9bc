package io.mindstream.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.lab.scoring.NoiseLevel;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.lab.scoring.Scores;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {

  private static final Scores SCORES =
      new Scores(
          16, 2, 0.6875, List.of(0.444, 0.858), 0.75, 0.68, null, null, 0.97, List.of(), List.of());

  @Test
  void shouldPutTheIntervalBesideTheShare() {
    assertThat(lines(null, List.of()))
        .anyMatch(line -> line.matches("2-way top-1 +68.8 % .*44.4.*"));
  }

  @Test
  void shouldSayWhereThereWasNothingToCompareWith() {
    assertThat(lines(null, List.of())).anyMatch(line -> line.matches("SSIM +no targets"));
  }

  @Test
  void shouldListRidgeOnThreeKindsOfVector() {
    assertThat(lines(new RidgeScores(0.5, 0.5, 0.5, 16), List.of()))
        .filteredOn(line -> line.startsWith("ridge"))
        .hasSize(3);
  }

  @Test
  void shouldNotRepeatTheFirstLevelOfNoise() {
    assertThat(lines(null, List.of(new NoiseLevel(1, SCORES), new NoiseLevel(2, SCORES))))
        .filteredOn(line -> line.contains("noise"))
        .singleElement()
        .asString()
        .contains("x2.0");
  }

  private static List<String> lines(@Nullable RidgeScores ridge, List<NoiseLevel> curve) {
    return new EvaluationReport(List.of(), SCORES, ridge, curve, Path.of("sheet.png"), List.of())
        .table()
        .lines()
        .toList();
  }
}
