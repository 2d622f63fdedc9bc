package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mindstream.decoder.bundle.ModelBundle;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every array that the public code gave for two small models, layer by layer. */
class LayerParityTest {

  /** Absolute tolerances by the beginning of an array's name; the longest that fits holds. */
  private static final Map<String, Double> TOLERANCES =
      Map.ofEntries(
          Map.entry("sched_", 1e-7),
          Map.entry("betas", 1e-8),
          Map.entry("alphas_cumprod", 1e-7),
          Map.entry("t_", 1e-5),
          Map.entry("time_cond", 1e-5),
          Map.entry("enc_", 1e-5),
          Map.entry("context", 1e-5),
          Map.entry("unet_", 2e-4),
          Map.entry("vq_image", 1e-4),
          Map.entry("vq_quantised", 1e-6),
          Map.entry("vq_indices", 0.5),
          Map.entry("plms_image", 1e-4),
          Map.entry("ddim_image", 1e-4),
          Map.entry("plms_image_u8", 1.5),
          Map.entry("ddim_image_u8", 1.5),
          Map.entry("plms_", 1e-3),
          Map.entry("ddim_", 1e-3));

  @TestFactory
  Stream<DynamicContainer> shouldReproduceEveryArrayOfThePublicCode(@TempDir Path temporary) {
    return Stream.of("layers", "layers-2").map(name -> container(name, temporary.resolve(name)));
  }

  private static DynamicContainer container(String name, Path temporary) {
    Goldens goldens = Goldens.of(name);
    try (ModelBundle bundle = goldens.bundle(temporary, 16)) {
      Map<String, float[]> produced = LayerTaps.of(bundle, goldens, temporary.resolve("cache"));
      return dynamicContainer(
          name,
          new LinkedHashMap<>(produced)
              .entrySet().stream().map(array -> test(goldens, array.getKey(), array.getValue())));
    }
  }

  private static DynamicTest test(Goldens goldens, String array, float[] got) {
    return dynamicTest(
        array,
        () ->
            assertThat(Goldens.difference(got, goldens.array(array).values()))
                .isLessThan(tolerance(array)));
  }

  private static double tolerance(String array) {
    return TOLERANCES.entrySet().stream()
        .filter(entry -> array.startsWith(entry.getKey()))
        .max(Comparator.comparing(entry -> entry.getKey().length()))
        .orElseThrow()
        .getValue();
  }
}
