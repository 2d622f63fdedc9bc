package io.mindstream.decoder.model;

import java.util.Arrays;
import java.util.Collection;
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
   * same plain name ({@code ema.NAME} and {@code NAME}), the one that is called so counts, then the
   * one that has wrappers alone in front.
   *
   * @throws UnusableArchitectureException where several have the same right to a plain name; it
   *     names them
   */
  public static Map<String, String> plain(Collection<String> names) {
    Map<String, String> plain = new LinkedHashMap<>();
    candidates(names).forEach((name, found) -> plain.put(name, nearest(name, found)));
    return plain;
  }

  /** Names that lost their plain name to another tensor, in order. */
  public static List<String> passedOver(Collection<String> names) {
    Set<String> taken = Set.copyOf(plain(names).values());
    return names.stream().filter(name -> !taken.contains(name)).toList();
  }

  private static Map<String, List<String>> candidates(Collection<String> names) {
    return names.stream()
        .collect(
            Collectors.groupingBy(StateDictNames::plain, LinkedHashMap::new, Collectors.toList()));
  }

  private static String nearest(String plain, List<String> found) {
    int best = found.stream().mapToInt(name -> distance(plain, name)).min().orElse(0);
    List<String> nearest = found.stream().filter(name -> distance(plain, name) == best).toList();
    if (nearest.size() > 1) {
      throw new UnusableArchitectureException(
          "the checkpoint has several tensors for "
              + plain
              + ": "
              + String.join(", ", nearest)
              + "; save it again with the one that is meant");
    }
    return nearest.get(0);
  }

  /** 0 for the very name, 1 for one with wrappers, 2 for one inside something else. */
  private static int distance(String plain, String name) {
    return name.equals(plain) ? 0 : unwrapped(name).equals(plain) ? 1 : 2;
  }

  private static String unwrapped(String name) {
    return Arrays.stream(name.split("\\.", -1))
        .filter(segment -> !WRAPPERS.contains(segment))
        .collect(Collectors.joining("."));
  }

  private static String plain(String name) {
    String unwrapped = unwrapped(name);
    return PARTS.stream()
        .filter(part -> unwrapped.contains("." + part))
        .findFirst()
        .map(part -> unwrapped.substring(unwrapped.indexOf("." + part) + 1))
        .orElse(unwrapped);
  }
}
