package io.mindstream.preprocess.signal;

import static io.mindstream.preprocess.signal.RecipeParts.lower;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@link SignalRecipe}. */
final class RecipeText {

  private static final Pattern FORM = Pattern.compile("(glm|denoised)\\(([^()]*)\\)");
  private static final String POLYNOMIAL = "poly";

  private RecipeText() {}

  static SignalRecipe parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "recipe '" + text + "': write glm(name=value,...) or denoised(name=value,...)");
    }
    RecipeParts parts = new RecipeParts(text, form.group(2));
    SignalModel model = form.group(1).equals("glm") ? trials(parts) : windows(parts);
    NuisanceRecipe nuisance = nuisance(parts);
    Optional<Double> delay = parts.take("delay").map(value -> parts.number("delay", value));
    parts.requireAllTaken();
    return new SignalRecipe(nuisance, model, delay);
  }

  static String format(SignalRecipe recipe) {
    NuisanceRecipe nuisance = recipe.nuisance();
    Map<String, Object> fields = new LinkedHashMap<>();
    recipe.trials().ifPresent(model -> fields.put("hrf", lower(model.hrf())));
    fields.put("drift", drift(nuisance.drift()));
    fields.put("motion", nuisance.motion().columns());
    fields.put("components", nuisance.components());
    recipe.trials().ifPresent(model -> fields.put("noise", lower(model.noise())));
    fields.put("spikes", lower(nuisance.spikes()));
    fields.put("steady", nuisance.steadyVolumes());
    recipe.trials().ifPresent(model -> putAnswer(fields, model));
    if (recipe.withoutOverlap()) {
      fields.put("overlap", lower(Overlap.FIR));
    }
    recipe.delaySeconds().ifPresent(delay -> fields.put("delay", delay));
    String inner = fields.toString().replace(", ", ",");
    String name = recipe.trials().isPresent() ? "glm" : "denoised";
    return name + "(" + inner.substring(1, inner.length() - 1) + ")";
  }

  /** What is new and not asked for is not said: older texts of the same recipe stay equal. */
  private static void putAnswer(Map<String, Object> fields, TrialModel model) {
    fields.put("score", lower(model.score()));
    if (model.standard() != Standard.NONE) {
      fields.put("standard", lower(model.standard()));
    }
    if (model.repeats() != Repeats.NONE) {
      fields.put("repeats", lower(model.repeats()));
    }
  }

  private static TrialModel trials(RecipeParts parts) {
    return new TrialModel(
        parts.take("hrf", "glover", value -> parts.named("hrf", Hrf.class, value)),
        parts.take("noise", "ar1", value -> parts.named("noise", NoiseModel.class, value)),
        parts.take("score", "beta", value -> parts.named("score", TrialScore.class, value)),
        parts.take("standard", "none", value -> parts.named("standard", Standard.class, value)),
        parts.take("repeats", "none", value -> parts.named("repeats", Repeats.class, value)));
  }

  private static WindowModel windows(RecipeParts parts) {
    return new WindowModel(
        parts.take("overlap", "none", value -> parts.named("overlap", Overlap.class, value)));
  }

  private static NuisanceRecipe nuisance(RecipeParts parts) {
    return new NuisanceRecipe(
        parts.take("drift", "0.01", value -> drift(parts, value)),
        parts.take("motion", "6", value -> MotionModel.of(parts.whole("motion", value))),
        parts.take("components", "0", value -> parts.whole("components", value)),
        parts.take("spikes", "censor", value -> parts.named("spikes", Spikes.class, value)),
        parts.take("steady", "120", value -> parts.whole("steady", value)));
  }

  private static Drift drift(RecipeParts parts, String value) {
    return value.startsWith(POLYNOMIAL)
        ? new Drift.Polynomial(parts.whole("drift", value.substring(POLYNOMIAL.length())))
        : new Drift.Cosine(parts.number("drift", value));
  }

  private static String drift(Drift drift) {
    return drift instanceof Drift.Cosine cosine
        ? String.valueOf(cosine.hertz())
        : POLYNOMIAL + ((Drift.Polynomial) drift).order();
  }
}
