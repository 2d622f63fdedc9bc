package io.mindstream.preprocess.signal;

import java.util.Optional;

/**
 * How vectors are made of a run's signal, and its canonical text, for example {@code
 * glm(hrf=glover,drift=0.01,motion=6,components=3,noise=ar1,spikes=censor,steady=120,score=beta)}
 * or {@code denoised(drift=poly1,motion=0,components=0,spikes=keep,steady=120)}.
 *
 * @param nuisance what is taken out
 * @param model what a vector is made of
 * @param delaySeconds how many seconds after the stimulus' onset a vector is made; empty where the
 *     recipe does not say. Nothing here reads it: it tells vectors apart
 */
public record SignalRecipe(
    NuisanceRecipe nuisance, SignalModel model, Optional<Double> delaySeconds) {

  /** Checks the delay. */
  public SignalRecipe {
    if (delaySeconds.filter(delay -> !(delay >= 0 && delay <= 3600)).isPresent()) {
      throw new IllegalArgumentException("delay is 0 to 3600 s, got " + delaySeconds.get());
    }
  }

  /**
   * Reads {@code glm(...)} or {@code denoised(...)}; what is not said has its default, order does
   * not matter.
   *
   * @throws IllegalArgumentException with a sentence that says what to write
   */
  public static SignalRecipe parse(String text) {
    return RecipeText.parse(text);
  }

  /** The model of single trials; empty where windows alone are asked for. */
  public Optional<TrialModel> trials() {
    return model instanceof TrialModel trials ? Optional.of(trials) : Optional.empty();
  }

  /** True where responses to earlier trials are taken out of windows. */
  public boolean withoutOverlap() {
    return model instanceof WindowModel windows && windows.overlap() == Overlap.FIR;
  }

  /** How responses to trials are written in the design; empty where it has none. */
  Optional<TrialBasis> basis(SignalShape shape) {
    return withoutOverlap()
        ? Optional.of(new FirBasis(shape))
        : trials().map(each -> new HrfBasis(each.hrf(), shape));
  }

  /** The same with something else taken out. */
  public SignalRecipe with(NuisanceRecipe other) {
    return new SignalRecipe(other, model, delaySeconds);
  }

  /** True where lag-1 products are needed. */
  boolean autoregressive() {
    return trials().filter(each -> each.noise() == NoiseModel.AR1).isPresent();
  }

  /** The canonical text: equal recipes have equal texts. */
  @Override
  public String toString() {
    return RecipeText.format(this);
  }
}
