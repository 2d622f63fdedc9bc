package io.mindstream.storage.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** A program and its version. */
public record Software(String name, String version) {

  /** This program. */
  public static final Software THIS = new Software("Mindstream", read());

  private static String read() {
    try (InputStream in = Software.class.getResourceAsStream("/mindstream-version.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in));
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
