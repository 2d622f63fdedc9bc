package io.mindstream.bridge.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What is shown in one run: each category equally often, in random order, after a rest in which the
 * baseline can be seen.
 *
 * @param trials in order of onset
 * @param volumes T, enough to see the last response
 */
public record RunPlan(List<Presentation> trials, int volumes) {

  private static final double FIRST_REST_SECONDS = 10;
  private static final double LAST_REST_SECONDS = 12;
  private static final double ONSET_STEP_SECONDS = 0.5;
  private static final long PLAN = 4;

  /** Keeps a list of its own. */
  public RunPlan {
    trials = List.copyOf(trials);
  }

  /**
   * Plans a run.
   *
   * @param run origin 0
   */
  public static RunPlan of(SimulationSettings settings, int run) {
    Random random = Seeds.random(settings.seed(), run, PLAN);
    List<Category> categories = categories(settings.trials(), random);
    List<Presentation> trials = new ArrayList<>();
    double onset = FIRST_REST_SECONDS;
    for (Category category : categories) {
      trials.add(new Presentation(stimulus(category, random), onset, settings.stimulusSeconds()));
      onset += settings.stimulusSeconds() + gap(settings, random);
    }
    Presentation last = trials.get(trials.size() - 1);
    double end = last.onsetSeconds() + last.durationSeconds() + LAST_REST_SECONDS;
    return new RunPlan(trials, (int) Math.ceil(end / settings.repetitionTimeSeconds()));
  }

  private static List<Category> categories(int trials, Random random) {
    List<Category> categories = new ArrayList<>();
    while (categories.size() < trials) {
      List<Category> block = new ArrayList<>(Category.viewed());
      Collections.shuffle(block, random);
      categories.addAll(block);
    }
    return categories.subList(0, trials);
  }

  private static Stimulus stimulus(Category category, Random random) {
    int seed =
        Stimulus.FIRST_SCANNER_SEED + random.nextInt(Stimulus.SEEDS - Stimulus.FIRST_SCANNER_SEED);
    return new Stimulus(category, seed);
  }

  private static double gap(SimulationSettings settings, Random random) {
    double room = settings.maximumGapSeconds() - settings.minimumGapSeconds();
    int steps = (int) Math.floor(room / ONSET_STEP_SECONDS);
    return settings.minimumGapSeconds() + ONSET_STEP_SECONDS * random.nextInt(steps + 1);
  }
}
