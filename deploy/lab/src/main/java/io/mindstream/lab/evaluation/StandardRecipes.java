package io.mindstream.lab.evaluation;

import io.mindstream.lab.evaluation.ComparedRecipe.Live;
import io.mindstream.lab.evaluation.ComparedRecipe.WholeRun;
import io.mindstream.preprocess.signal.Hrf;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What is compared where nothing else is asked. */
public final class StandardRecipes {

  private static final String DENOISED =
      "denoised(drift=poly1,motion=0,components=0,spikes=keep,steady=120)";
  private static final String COMPONENTS =
      "denoised(drift=poly1,motion=0,components=2,spikes=keep,steady=120)";
  private static final String MOTION =
      "denoised(drift=poly1,motion=6,components=0,spikes=keep,steady=120)";
  private static final String OVERLAP =
      "denoised(drift=poly1,motion=0,components=0,spikes=keep,steady=120,overlap=fir)";
  private static final String GLM =
      "glm(hrf=glover,drift=poly1,motion=0,components=0,noise=ar1,steady=120)";
  private static final String TOLD =
      "glm(hrf=glover,drift=poly1,motion=0,components=0,noise=ar1,steady=120,standard=running)";
  private static final String REPEATS =
      "glm(hrf=glover,drift=poly1,motion=0,components=0,noise=ar1,steady=120,standard=running,repeats=mean)";

  private StandardRecipes() {}

  /** All of them: those of whole runs, means of windows, denoised ones, responses. */
  public static List<ComparedRecipe> all() {
    return Stream.of(wholeRuns(), means(), denoised(), responses())
        .flatMap(recipes -> recipes)
        .toList();
  }

  private static Stream<ComparedRecipe> wholeRuns() {
    return Stream.of(new WholeRun(5), new WholeRun(2.5), new WholeRun(0));
  }

  private static Stream<ComparedRecipe> means() {
    return Stream.of(
            live(5, "running", 0),
            live(0, "running", 0),
            live(0, "percent", 0),
            live(2.5, "percent", 0, 10),
            live(0, "running", 20),
            live(0, "percent", 20, 30, 40),
            live(2.5, "running", 20),
            live(2.5, "percent", 20),
            Stream.of(Live.of(2.5, "percent", 20).realigned()))
        .flatMap(recipes -> recipes);
  }

  private static Stream<ComparedRecipe> denoised() {
    return Stream.of(
            live(2.5, DENOISED, 20),
            live(2.5, COMPONENTS, 20),
            live(2.5, MOTION, 20),
            live(0, DENOISED, 30, 40),
            live(0, OVERLAP, 0, 20, 30),
            live(2.5, OVERLAP, 20))
        .flatMap(recipes -> recipes);
  }

  /** An answer may come at most {@link Hrf#SUPPORT_SECONDS} after the trial's end. */
  private static Stream<ComparedRecipe> responses() {
    return Stream.of(
            live(2.5, GLM, 0, 20, 27.5), live(2.5, TOLD, 0, 20, 27.5), live(2.5, REPEATS, 27.5))
        .flatMap(recipes -> recipes);
  }

  /** One for each answer's delay from the window's end. */
  private static Stream<ComparedRecipe> live(double delay, String made, double... answers) {
    return DoubleStream.of(answers).mapToObj(answer -> Live.of(delay, made, answer));
  }
}
