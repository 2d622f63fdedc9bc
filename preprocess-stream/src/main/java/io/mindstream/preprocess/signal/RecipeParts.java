package io.mindstream.preprocess.signal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What stands between the brackets of a recipe's text: {@code name=value} parts, in any order. */
final class RecipeParts {

  private final String text;
  private final Map<String, String> parts = new LinkedHashMap<>();

  /**
   * The parts of a recipe.
   *
   * @param text the whole recipe, for messages
   * @param inner what stands between the brackets
   */
  RecipeParts(String text, String inner) {
    this.text = text;
    for (String part : inner.isBlank() ? new String[0] : inner.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      if (sides.length < 2 || parts.put(sides[0], sides[1]) != null) {
        throw new IllegalArgumentException(
            "recipe '" + text + "': write each part once, as name=value; wrong is '" + part + "'");
      }
    }
  }

  /** Reads a part, or its default, and takes it away. */
  <T> T take(String name, String otherwise, Function<String, T> reader) {
    return reader.apply(take(name).orElse(otherwise));
  }

  /** A part where it is there, which is taken away. */
  Optional<String> take(String name) {
    return Optional.ofNullable(parts.remove(name));
  }

  /** Refuses parts that nobody took. */
  void requireAllTaken() {
    if (!parts.isEmpty()) {
      throw new IllegalArgumentException(
          "recipe '"
              + text
              + "' has no part "
              + parts.keySet()
              + "; parts are drift, motion, components, spikes, steady, delay,"
              + " of glm alone hrf, noise, score, standard, repeats, of denoised alone overlap");
    }
  }

  int whole(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw wrong(name, value, "a whole number");
    }
  }

  double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong(name, value, "a number");
    }
  }

  <E extends Enum<E>> E named(String name, Class<E> type, String value) {
    for (E constant : type.getEnumConstants()) {
      if (lower(constant).equals(value)) {
        return constant;
      }
    }
    String known = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw wrong(name, value, "one of " + known);
  }

  /** How a constant is written in a recipe. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private IllegalArgumentException wrong(String name, String value, String wanted) {
    return new IllegalArgumentException(
        "recipe '" + text + "': " + name + " is " + wanted + ", got '" + value + "'");
  }
}
