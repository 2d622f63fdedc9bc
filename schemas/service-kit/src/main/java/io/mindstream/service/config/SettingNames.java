package io.mindstream.service.config;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import io.micronaut.core.naming.NameUtils;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Refuses settings that nobody reads: one that is misspelt must not be passed over. Settings of
 * other services may stand in the same file or environment; those are left alone.
 */
public final class SettingNames {

  private static final String OURS = "mindstream.";

  /** Whose settings there are; a process knows the names of its own alone. */
  private static final Set<String> OWNERS =
      Set.of("kafka", "registry", "topics", "bridge", "preprocess", "decoder", "sink");

  private final KnownSettings known;

  /** Checks against the settings that a process has. */
  SettingNames(KnownSettings known) {
    this.known = known;
  }

  /**
   * Checks files, names and values of a process.
   *
   * @throws IllegalArgumentException naming each that cannot be used, one a line
   */
  public static void check(Environment environment) {
    SettingFiles.require(environment);
    KnownSettings known = KnownSettings.onClassPath();
    new SettingNames(known).require(environment);
    SettingValues.require(known, environment);
  }

  /**
   * Checks all names of an environment.
   *
   * @throws IllegalArgumentException naming each that is no setting, one a line
   */
  void require(Environment environment) {
    String problems =
        environment.getPropertySources().stream()
            .flatMap(this::unknown)
            .distinct()
            .sorted()
            .map(this::problem)
            .collect(Collectors.joining(System.lineSeparator()));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems);
    }
  }

  private Stream<String> unknown(PropertySource source) {
    Stream<String> names = StreamSupport.stream(source.spliterator(), false);
    if (source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE) {
      return names.filter(this::isUnknownVariable);
    }
    boolean anybodys = source instanceof SystemPropertiesPropertySource;
    return names.filter(name -> name.startsWith(OURS) && isUnknown(plain(name), anybodys));
  }

  private boolean isUnknownVariable(String name) {
    return known.groups().stream().anyMatch(group -> name.startsWith(Setting.variable(group) + "_"))
        && known.settings().stream().noneMatch(setting -> setting.isVariable(name));
  }

  private boolean isUnknown(String name, boolean anybodys) {
    boolean nobodys = !anybodys && !OWNERS.contains(name.split("\\.", -1)[1]);
    return (nobodys || known.groups().stream().anyMatch(group -> name.startsWith(group + ".")))
        && known.settings().stream().noneMatch(setting -> setting.isNamed(name));
  }

  /** Small letters with hyphens, and without the place in a list. */
  private static String plain(String name) {
    return NameUtils.hyphenate(name.replaceAll("\\[\\d*]", ""), true);
  }

  /** Says what else there is, since one of those was meant. */
  private String problem(String name) {
    return known.groups().stream()
        .filter(group -> name.startsWith(group + ".") || name.startsWith(Setting.variable(group)))
        .max(Comparator.comparingInt(String::length))
        .map(group -> "%s is no setting; %s has %s".formatted(name, group, names(group + ".")))
        .orElseGet(
            () ->
                "%s is no setting; there are those of %s"
                    .formatted(name, known.groups().stream().sorted().collect(joined())));
  }

  private String names(String prefix) {
    return known.settings().stream()
        .map(Setting::name)
        .filter(setting -> setting.startsWith(prefix))
        .map(setting -> setting.substring(prefix.length()))
        .filter(setting -> !setting.contains("."))
        .collect(joined());
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }
}
