package io.mindstream.service.config;

import java.util.Locale;
import java.util.Optional;

/**
 * A setting of a process.
 *
 * @param name as a property, such as {@code mindstream.decoder.preview-every}
 * @param type of its value, as the build wrote it down: a class's name, or a primitive's
 * @param open true where any name may follow it, as with the properties of Kafka's clients
 * @param standard what holds where it is not set; empty where its description says so
 * @param description for people
 */
public record Setting(
    String name, String type, boolean open, Optional<String> standard, String description) {

  /** As an environment variable. */
  String variable() {
    return variable(name);
  }

  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** True where a property's name, in small letters with hyphens, is this one's. */
  boolean isNamed(String property) {
    return property.equals(name) || (open && property.startsWith(name + "."));
  }

  /** True where an environment variable's name is this one's. */
  boolean isVariable(String variable) {
    return variable.equals(variable()) || (open && variable.startsWith(variable() + "_"));
  }
}
