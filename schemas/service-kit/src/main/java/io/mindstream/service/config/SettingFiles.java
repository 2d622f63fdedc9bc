package io.mindstream.service.config;

import io.micronaut.context.env.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses files of settings that are not there: Micronaut passes over them. */
final class SettingFiles {

  private static final String FILES = "micronaut.config.files";

  private SettingFiles() {}

  /**
   * Checks the files that an argument, a variable or a system property names.
   *
   * @throws IllegalArgumentException naming the first that cannot be read
   */
  static void require(Environment environment) {
    String named = environment.getProperty(FILES, String.class).orElse("");
    Optional<String> missing =
        Stream.of(named.split(","))
            .map(String::strip)
            .filter(file -> !file.isEmpty() && !file.startsWith("classpath:"))
            .filter(file -> !Files.isReadable(Path.of(file.replaceFirst("^file:", ""))))
            .findFirst();
    if (missing.isPresent()) {
      throw new IllegalArgumentException(
          "there is no file of settings at '%s'; check %s".formatted(missing.get(), FILES));
    }
  }
}
