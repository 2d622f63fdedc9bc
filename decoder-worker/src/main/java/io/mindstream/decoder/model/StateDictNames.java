package io.mindstream.decoder.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of tensors without what wrappers put in front: {@code module.} of data parallelism, {@code
 * _orig_mod.} of compiled modules, and anything before the three parts of the model.
 */
public final class StateDictNames {

  private static final Set<String> WRAPPERS = Set.of("module", "_orig_mod");
  private static final List<String> PARTS =
      List.of(StateDictShapes.CONDITION, StateDictShapes.UNET, StateDictShapes.LATENT_DECODER);

  private StateDictNames() {}

  /**
   * Maps the plain name of each tensor to its name in the checkpoint. Where two tensors have the
   * same plain name, the first counts.
   */
  public static Map<String, String> plain(Iterable<String> names) {
    Map<String, String> plain = new LinkedHashMap<>();
    names.forEach(name -> plain.putIfAbsent(plain(name), name));
    return plain;
  }

  private static String plain(String name) {
    String unwrapped =
        Arrays.stream(name.split("\\.", -1))
            .filter(segment -> !WRAPPERS.contains(segment))
            .collect(Collectors.joining("."));
    return PARTS.stream()
        .filter(part -> unwrapped.contains("." + part))
        .findFirst()
        .map(part -> unwrapped.substring(unwrapped.indexOf("." + part) + 1))
        .orElse(unwrapped);
  }
}
