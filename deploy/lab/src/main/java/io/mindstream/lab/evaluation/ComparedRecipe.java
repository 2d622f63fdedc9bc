package io.mindstream.lab.evaluation;

import io.mindstream.lab.examples.RecordedRows;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way to make vectors that is judged beside others. */
public sealed interface ComparedRecipe {

  /** What it is, for people. */
  String name();

  /** What is done about motion before. */
  Realign realign();

  /** The vectors (V) of a run's trials, in order of onset; empty for a trial that has none. */
  List<Optional<float[]>> vectors(RecordedRows run);

  /** When the vector of a trial is made: index of the newest volume that it may know. */
  int moment(RecordedRows run, int trial);

  /**
   * As the pipeline makes them while the run goes on.
   *
   * @param recipe of the pipeline
   * @param realign what is done about motion
   */
  record Live(VectorRecipe recipe, Realign realign) implements ComparedRecipe {

    /** A recipe of settings, without realignment. */
    static Live of(double windowDelay, String normalisation, double answerDelay) {
      return new Live(
          new VectorRecipe(windowDelay, VectorMethod.of(normalisation, 120), answerDelay),
          Realign.WATCH);
    }

    /** The same with the ROI following the head. */
    Live realigned() {
      return new Live(recipe, Realign.ON);
    }

    @Override
    public String name() {
      return String.format(
          Locale.ROOT,
          "%s%s, window +%s s, answer +%s s",
          realign == Realign.ON ? "realigned, " : "",
          recipe.method().settingName(),
          recipe.windowDelaySeconds(),
          recipe.answerDelaySeconds());
    }

    @Override
    public List<Optional<float[]>> vectors(RecordedRows run) {
      return run.vectors(recipe);
    }

    @Override
    public int moment(RecordedRows run, int trial) {
      return run.moment(recipe, run.events().get(trial));
    }
  }

  /**
   * With the whole run known: not to be had while it goes on, but what a live recipe is held
   * against.
   *
   * @param windowDelay from the onset, s
   */
  record WholeRun(double windowDelay) implements ComparedRecipe {
    @Override
    public String name() {
      return "whole run known, window +" + windowDelay + " s";
    }

    @Override
    public Realign realign() {
      return Realign.WATCH;
    }

    @Override
    public List<Optional<float[]>> vectors(RecordedRows run) {
      return run.wholeRun(windowDelay).stream().map(Optional::of).toList();
    }

    @Override
    public int moment(RecordedRows run, int trial) {
      VectorRecipe window = new VectorRecipe(windowDelay, VectorRecipe.BLOCKS.method(), 0);
      return run.moment(window, run.events().get(trial));
    }
  }
}
