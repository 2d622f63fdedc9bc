package io.mindstream.storage.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mindstream.storage.ObjectStore;
import java.io.IOException;
import java.util.Optional;

/** Documents as JSON: indented for people, times in ISO 8601, what is not known left out. */
public final class Documents {

  /** The content type they are stored with. */
  public static final String CONTENT_TYPE = "application/json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Documents() {}

  /** Writes a document. */
  public static byte[] write(Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException where the bytes are none of that kind
   */
  public static <T> T read(byte[] json, Class<T> kind) {
    try {
      return JSON.readValue(json, kind);
    } catch (IOException e) {
      throw new IllegalArgumentException("no " + kind.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a document from the store; empty where there is none, or one of another form.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  public static <T> Optional<T> find(ObjectStore store, String key, Class<T> kind) {
    return store
        .get(key)
        .flatMap(
            json -> {
              try {
                return Optional.of(read(json, kind));
              } catch (IllegalArgumentException e) {
                return Optional.empty();
              }
            });
  }
}
