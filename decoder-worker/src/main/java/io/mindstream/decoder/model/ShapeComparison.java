package io.mindstream.decoder.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tensors that an architecture needs against those that a checkpoint has.
 *
 * @param missing needed, but not there
 * @param misshapen needed, but there with another shape: name and both shapes
 * @param unused there, but not needed
 */
public record ShapeComparison(List<String> missing, List<String> misshapen, List<String> unused) {

  /** Compares by plain name. */
  public static ShapeComparison of(Map<String, long[]> needed, Map<String, long[]> found) {
    return new ShapeComparison(
        needed.keySet().stream().filter(name -> !found.containsKey(name)).toList(),
        needed.entrySet().stream()
            .filter(entry -> misshapen(entry.getValue(), found.get(entry.getKey())))
            .map(entry -> describe(entry, found))
            .toList(),
        found.keySet().stream().filter(name -> !needed.containsKey(name)).toList());
  }

  private static boolean misshapen(long[] needed, long @Nullable [] found) {
    return found != null && !Arrays.equals(needed, found);
  }

  private static String describe(Map.Entry<String, long[]> needed, Map<String, long[]> found) {
    return needed.getKey()
        + " has shape "
        + Arrays.toString(found.get(needed.getKey()))
        + ", not "
        + Arrays.toString(needed.getValue());
  }

  /** Whether everything needed is there. */
  public boolean complete() {
    return missing.isEmpty() && misshapen.isEmpty();
  }
}
