package io.mindstream.lab.evaluation;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.lab.examples.RecordedRows;
import io.mindstream.lab.scoring.RecipeScore;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.schemas.failure.PipelineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Recipes of vectors beside each other: ridge regression names each trial's category, one run left
 * out after the other, its penalty chosen by the other runs alone. A trial that a recipe leaves
 * without a vector counts as not named. Nothing here sees the test runs before their column.
 */
public final class RecipeComparison {

  private final BidsReplay chosenOn;
  private final List<BidsReplay> testedOn;
  private final Map<Realign, List<RecordedRows>> chosen = new EnumMap<>(Realign.class);
  private final Map<Realign, List<RecordedRows>> tested = new EnumMap<>(Realign.class);

  /**
   * Opens the runs.
   *
   * @param runs labels of the runs by which recipes are compared
   * @param testRuns labels of runs that are only tested; may be none
   * @throws io.mindstream.imaging.bids.BidsException where no run can be used
   */
  public RecipeComparison(Path folder, List<String> runs, List<String> testRuns) {
    this.chosenOn = BidsReplay.open(folder, ReplayOptions.defaults().withRuns(runs));
    this.testedOn =
        testRuns.isEmpty()
            ? List.of()
            : List.of(BidsReplay.open(folder, ReplayOptions.defaults().withRuns(testRuns)));
  }

  /** Judges recipes, one after the other; each score is told when it is there. */
  public List<RecipeScore> judge(List<ComparedRecipe> recipes, Consumer<RecipeScore> listener) {
    List<RecipeScore> scores = new ArrayList<>();
    for (ComparedRecipe recipe : recipes) {
      RecipeScore score = scoreOrProblem(recipe);
      listener.accept(score);
      scores.add(score);
    }
    return List.copyOf(scores);
  }

  private RecipeScore scoreOrProblem(ComparedRecipe recipe) {
    try {
      return score(recipe);
    } catch (PipelineException e) {
      return RecipeScore.impossible(recipe.name(), e.getMessage());
    }
  }

  private RecipeScore score(ComparedRecipe recipe) {
    List<RecordedRows> runs =
        chosen.computeIfAbsent(recipe.realign(), realign -> read(chosenOn, realign));
    List<RecordedRows> others =
        tested.computeIfAbsent(
            recipe.realign(),
            realign ->
                testedOn.stream().flatMap(replay -> read(replay, realign).stream()).toList());
    List<String> types = types(runs);
    LabelledTrials trained = LabelledTrials.of(recipe, runs, types);
    LabelledTrials test = LabelledTrials.of(recipe, others, types);
    return new RecipeScore(
        recipe.name(),
        trained.trials(),
        trained.rightLeftOut(types.size()),
        trained.withoutVector(),
        test.trials(),
        trained.right(test, types.size()),
        test.withoutVector(),
        runs.stream().anyMatch(run -> LookAhead.of(recipe, run)),
        null);
  }

  /** The voxels are those of the runs that are compared, in the test runs as well. */
  private List<RecordedRows> read(BidsReplay replay, Realign realign) {
    return replay.runs().stream()
        .map(run -> RecordedRows.read(run, chosenOn.roi(), realign))
        .filter(run -> !run.events().isEmpty())
        .toList();
  }

  private static List<String> types(List<RecordedRows> runs) {
    return runs.stream()
        .flatMap(run -> run.events().stream())
        .map(event -> event.trialType())
        .distinct()
        .sorted()
        .toList();
  }
}
