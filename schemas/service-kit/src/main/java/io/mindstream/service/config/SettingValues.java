package io.mindstream.service.config;

import io.micronaut.context.env.Environment;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses values that are no number, no time, or no word that a setting knows: Micronaut passes
 * them over and takes the default.
 */
final class SettingValues {

  private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off");

  private SettingValues() {}

  /**
   * Checks all values of an environment.
   *
   * @throws IllegalArgumentException naming each that cannot be used, one a line
   */
  static void require(KnownSettings known, Environment environment) {
    String problems =
        known.settings().stream()
            .flatMap(setting -> problem(setting, environment).stream())
            .collect(Collectors.joining(System.lineSeparator()));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems);
    }
  }

  private static Optional<String> problem(Setting setting, Environment environment) {
    return environment
        .getProperty(setting.name(), String.class)
        .filter(value -> !value.isBlank())
        .flatMap(
            value ->
                rule(setting, value, environment)
                    .map(rule -> "%s must be %s, got '%s'".formatted(setting.name(), rule, value)));
  }

  /** What a value breaks, if anything. */
  private static Optional<String> rule(Setting setting, String value, Environment environment) {
    return switch (setting.type()) {
      case "int", "java.lang.Integer" ->
          unless(environment.getProperty(setting.name(), Integer.class), "a whole number");
      case "long", "java.lang.Long" ->
          unless(environment.getProperty(setting.name(), Long.class), "a whole number");
      case "double", "java.lang.Double" ->
          unless(environment.getProperty(setting.name(), Double.class), "a number");
      case "java.time.Duration" ->
          unless(
              environment.getProperty(setting.name(), Duration.class),
              "a time such as 500ms or 2s");
      case "boolean", "java.lang.Boolean" ->
          WORDS.contains(value.toLowerCase(Locale.ROOT))
              ? Optional.empty()
              : Optional.of("true or false");
      default -> choice(setting).flatMap(type -> choice(environment, setting, type));
    };
  }

  private static Optional<Class<?>> choice(Setting setting) {
    try {
      return Optional.<Class<?>>of(Class.forName(setting.type())).filter(Class::isEnum);
    } catch (ClassNotFoundException e) {
      return Optional.empty(); // of a module that is not here: its own process checks it
    }
  }

  private static Optional<String> choice(Environment environment, Setting setting, Class<?> type) {
    return unless(
        environment.getProperty(setting.name(), type),
        "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }

  private static Optional<String> unless(Optional<?> converted, String rule) {
    return converted.isPresent() ? Optional.empty() : Optional.of(rule);
  }
}
