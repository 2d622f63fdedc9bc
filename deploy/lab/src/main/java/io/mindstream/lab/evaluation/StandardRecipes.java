package io.mindstream.lab.evaluation;

import io.mindstream.lab.evaluation.ComparedRecipe.Live;
import io.mindstream.lab.evaluation.ComparedRecipe.WholeRun;
import java.util.List;
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
        Live.of(5, "running", 0),
        Live.of(0, "running", 0),
        Live.of(0, "percent", 0),
        Live.of(2.5, "percent", 0),
        Live.of(2.5, "percent", 10),
        Live.of(0, "running", 20),
        Live.of(0, "percent", 20),
        Live.of(0, "percent", 30),
        Live.of(0, "percent", 40),
        Live.of(2.5, "running", 20),
        Live.of(2.5, "percent", 20),
        Live.of(2.5, "percent", 20).realigned());
  }

  private static Stream<ComparedRecipe> denoised() {
    return Stream.of(
        Live.of(2.5, DENOISED, 20),
        Live.of(2.5, COMPONENTS, 20),
        Live.of(2.5, MOTION, 20),
        Live.of(0, DENOISED, 30),
        Live.of(0, DENOISED, 40),
        Live.of(0, OVERLAP, 0),
        Live.of(0, OVERLAP, 20),
        Live.of(0, OVERLAP, 30),
        Live.of(2.5, OVERLAP, 20));
  }

  /** The last answer that there may be: 30 s after the trial's end. */
  private static Stream<ComparedRecipe> responses() {
    return Stream.of(
        Live.of(2.5, GLM, 0),
        Live.of(2.5, GLM, 20),
        Live.of(2.5, GLM, 27.5),
        Live.of(2.5, TOLD, 0),
        Live.of(2.5, TOLD, 20),
        Live.of(2.5, TOLD, 27.5),
        Live.of(2.5, REPEATS, 27.5));
  }
}
