package io.mindstream.preprocess.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a model bundle says of the vectors that its model learned from: the field {@code vectors} of
 * its {@code bundle.json}. Each is null where the bundle does not say.
 *
 * @param normalisation as the setting of that name
 * @param windowDelay as the setting of that name
 * @param steadyVolumes as the setting of that name
 * @param answerDelay from the end of a trial's window to the answers that were learned from
 */
record BundleRecipe(
    @Nullable String normalisation,
    @Nullable Duration windowDelay,
    @Nullable Integer steadyVolumes,
    Duration answerDelay) {

  static final BundleRecipe NONE = new BundleRecipe(null, null, null, Duration.ZERO);

  private static final String FILE = "bundle.json";

  /**
   * Reads a bundle's recipe.
   *
   * @param bundle the bundle's folder
   * @throws IllegalArgumentException where there is no such bundle
   */
  static BundleRecipe read(Path bundle) {
    Path file = bundle.resolve(FILE);
    try {
      JsonNode vectors = new ObjectMapper().readTree(file.toFile()).path("model").path("vectors");
      return vectors.isObject() ? of(vectors) : NONE;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "mindstream.preprocess.bundle: "
              + file
              + " cannot be read; give the folder of a model bundle",
          e);
    }
  }

  private static BundleRecipe of(JsonNode vectors) {
    return new BundleRecipe(
        vectors.path("normalisation").asText("none"),
        seconds(vectors.path("windowDelaySeconds")),
        vectors.path("steadyVolumes").asInt(),
        seconds(vectors.path("answerDelaySeconds")));
  }

  private static Duration seconds(JsonNode number) {
    return Duration.ofMillis(Math.round(1000 * number.asDouble()));
  }
}
