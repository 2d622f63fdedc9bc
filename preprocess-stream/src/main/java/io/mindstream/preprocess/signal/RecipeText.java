package io.mindstream.preprocess.signal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@link SignalRecipe}. */
final class RecipeText {

  private static final Pattern FORM = Pattern.compile("(glm|denoised)\\(([^()]*)\\)");
  private static final String POLYNOMIAL = "poly";

  private final String text;
  private final Map<String, String> parts = new LinkedHashMap<>();

  private RecipeText(String text, String inner) {
    this.text = text;
    for (String part : inner.isBlank() ? new String[0] : inner.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      if (sides.length < 2 || parts.put(sides[0], sides[1]) != null) {
        throw new IllegalArgumentException(
            "recipe '" + text + "': write each part once, as name=value; wrong is '" + part + "'");
      }
    }
  }

  static SignalRecipe parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "recipe '" + text + "': write glm(name=value,...) or denoised(name=value,...)");
    }
    RecipeText fields = new RecipeText(text, form.group(2));
    Optional<TrialModel> trials =
        form.group(1).equals("glm") ? Optional.of(fields.trials()) : Optional.empty();
    NuisanceRecipe nuisance = fields.nuisance();
    Optional<Double> delay =
        Optional.of(fields.take("delay", "", value -> value))
            .filter(value -> !value.isEmpty())
            .map(value -> fields.number("delay", value));
    fields.requireAllTaken();
    return new SignalRecipe(nuisance, trials, delay);
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
    recipe.trials().ifPresent(model -> fields.put("score", lower(model.score())));
    recipe.delaySeconds().ifPresent(delay -> fields.put("delay", delay));
    String inner = fields.toString().replace(", ", ",");
    String name = recipe.trials().isPresent() ? "glm" : "denoised";
    return name + "(" + inner.substring(1, inner.length() - 1) + ")";
  }

  private TrialModel trials() {
    return new TrialModel(
        take("hrf", "glover", value -> named("hrf", Hrf.class, value)),
        take("noise", "ar1", value -> named("noise", NoiseModel.class, value)),
        take("score", "beta", value -> named("score", TrialScore.class, value)));
  }

  private NuisanceRecipe nuisance() {
    return new NuisanceRecipe(
        take("drift", "0.01", this::drift),
        take("motion", "6", value -> MotionModel.of(whole("motion", value))),
        take("components", "0", value -> whole("components", value)),
        take("spikes", "censor", value -> named("spikes", Spikes.class, value)),
        take("steady", "120", value -> whole("steady", value)));
  }

  private <T> T take(String name, String otherwise, Function<String, T> reader) {
    String value = parts.remove(name);
    return reader.apply(value == null ? otherwise : value);
  }

  private void requireAllTaken() {
    if (!parts.isEmpty()) {
      throw new IllegalArgumentException(
          "recipe '"
              + text
              + "' has no part "
              + parts.keySet()
              + "; parts are drift, motion, components, spikes, steady, delay,"
              + " and of glm alone hrf, noise, score");
    }
  }

  private Drift drift(String value) {
    return value.startsWith(POLYNOMIAL)
        ? new Drift.Polynomial(whole("drift", value.substring(POLYNOMIAL.length())))
        : new Drift.Cosine(number("drift", value));
  }

  private static String drift(Drift drift) {
    return drift instanceof Drift.Cosine cosine
        ? String.valueOf(cosine.hertz())
        : POLYNOMIAL + ((Drift.Polynomial) drift).order();
  }

  private int whole(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw wrong(name, value, "a whole number");
    }
  }

  private double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong(name, value, "a number");
    }
  }

  private <E extends Enum<E>> E named(String name, Class<E> type, String value) {
    for (E constant : type.getEnumConstants()) {
      if (lower(constant).equals(value)) {
        return constant;
      }
    }
    String known = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw wrong(name, value, "one of " + known);
  }

  private IllegalArgumentException wrong(String name, String value, String wanted) {
    return new IllegalArgumentException(
        "recipe '" + text + "': " + name + " is " + wanted + ", got '" + value + "'");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
