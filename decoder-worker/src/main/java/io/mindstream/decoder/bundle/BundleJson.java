package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** {@code bundle.json}: a model's description, with a format number. */
final class BundleJson {

  /** The file's name. */
  static final String FILE = "bundle.json";

  private static final int FORMAT = 1;
  private static final long LARGEST = 1 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private BundleJson() {}

  /** The file's content. Readers ignore fields that they do not know. */
  record Document<T>(int format, @Nullable T model) {}

  static String text(BundleDescription description) {
    try {
      return JSON.writeValueAsString(new Document<>(FORMAT, description)) + "\n";
    } catch (JsonProcessingException e) {
      throw new BundleException("the model's description cannot be written as JSON", e);
    }
  }

  static void write(Path file, BundleDescription description) throws IOException {
    Files.writeString(file, text(description));
  }

  /**
   * The model's description.
   *
   * @param type {@link ModelCard}, or the description of one family
   */
  static <T> T read(Path file, Class<T> type) {
    if (!Files.isRegularFile(file)) {
      throw new BundleException(
          file
              + " does not exist. A model bundle is a folder made by 'mindstream model import',"
              + " 'mindstream model random' or 'mindstream train'.");
    }
    try {
      return parse(file, type);
    } catch (JsonProcessingException e) {
      throw new BundleException(file + " is not a bundle description: " + reason(e), e);
    } catch (IOException e) {
      throw new BundleException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** All that a file says, also what this program does not know. */
  static JsonNode tree(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new BundleException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Puts another document in a file's place; who reads meanwhile finds the one or the other. */
  static void replace(Path file, JsonNode document) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        Files.writeString(part, JSON.writeValueAsString(document) + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new BundleException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static <T> T parse(Path file, Class<T> type) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new BundleException(file + " is too large for a bundle description");
    }
    JavaType whole = JSON.getTypeFactory().constructParametricType(Document.class, type);
    Document<T> document = JSON.readValue(file.toFile(), whole);
    if (document == null || document.format() != FORMAT) {
      throw new BundleException(
          file + " has another format than " + FORMAT + "; make it again with this version");
    }
    T model = document.model();
    if (model == null) {
      throw new BundleException(file + " lacks the field 'model'");
    }
    return model;
  }

  /** The mapper nests "problem: ..." and source positions; the first line says it. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("not JSON");
  }
}
