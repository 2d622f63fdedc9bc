package io.mindstream.lab.evaluation;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.lab.examples.RecordedRows;
import io.mindstream.lab.scoring.RidgeClassifier;
import io.mindstream.lab.scoring.RidgePenalty;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.schemas.failure.PipelineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Recipes of vectors beside each other: ridge regression names each trial's category, one run left
 * out after the other, its penalty chosen by the other runs alone. Nothing here sees the test runs
 * before the last column.
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
    Labelled trained = labelled(recipe, runs, types);
    Labelled test = labelled(recipe, others, types);
    return new RecipeScore(
        recipe.name(),
        trained.labels.length,
        leftOut(trained, runs.size(), types.size()),
        test.labels.length,
        test.labels.length == 0 ? 0 : right(trained, test, types.size()),
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

  /**
   * Trials as a classifier takes them. Letters: N trials, F features.
   *
   * @param rows (N, F)
   * @param labels (N)
   * @param runs (N)
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Labelled(double[][] rows, int[] labels, int[] runs) {

    Labelled only(boolean inside, int run) {
      int[] kept =
          IntStream.range(0, runs.length).filter(i -> (runs[i] == run) == inside).toArray();
      return new Labelled(
          IntStream.of(kept).mapToObj(i -> rows[i]).toArray(double[][]::new),
          IntStream.of(kept).map(i -> labels[i]).toArray(),
          IntStream.of(kept).map(i -> runs[i]).toArray());
    }
  }

  private static Labelled labelled(
      ComparedRecipe recipe, List<RecordedRows> runs, List<String> types) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      List<float[]> vectors = recipe.vectors(runs.get(run));
      for (int trial = 0; trial < vectors.size(); trial++) {
        rows.add(RidgeClassifier.row(vectors.get(trial)));
        labels.add(types.indexOf(runs.get(run).events().get(trial).trialType()));
        of.add(run);
      }
    }
    return new Labelled(
        rows.toArray(double[][]::new),
        labels.stream().mapToInt(Integer::intValue).toArray(),
        of.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<String> types(List<RecordedRows> runs) {
    return runs.stream()
        .flatMap(run -> run.events().stream())
        .map(event -> event.trialType())
        .distinct()
        .sorted()
        .toList();
  }

  private static int leftOut(Labelled all, int runs, int classes) {
    return IntStream.range(0, runs)
        .map(run -> right(all.only(false, run), all.only(true, run), classes))
        .sum();
  }

  private static int right(Labelled training, Labelled test, int classes) {
    double penalty = RidgePenalty.choose(training.rows, training.labels, training.runs, classes);
    RidgeClassifier ridge = RidgeClassifier.fit(training.rows, training.labels, classes, penalty);
    return (int)
        IntStream.range(0, test.labels.length)
            .filter(i -> ridge.classify(test.rows[i]) == test.labels[i])
            .count();
  }
}
