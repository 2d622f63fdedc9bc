package io.mindstream.benchmarks.network;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Kinds of PyTorch's operators, by parts of their names; the first that fits. */
enum OperatorKind {
  ATTENTION("attention|bmm|softmax"),
  CONVOLUTIONS("conv"),
  LINEAR_LAYERS("mm$|linear"),
  NORMS("norm"),
  ACTIVATIONS("silu|gelu|sigmoid"),
  COPIES_AND_LAYOUT("copy|clone|contiguous|cat$|reshape|to$|transpose|strided|empty|upsample"),
  OTHER("");

  private final Pattern names;

  OperatorKind(String names) {
    this.names = Pattern.compile(names);
  }

  /** Sums over operators. */
  static Map<OperatorKind, Double> sums(Map<String, Double> operators) {
    Map<OperatorKind, Double> sums = new EnumMap<>(OperatorKind.class);
    operators.forEach((name, millis) -> sums.merge(of(name), millis, Double::sum));
    return sums;
  }

  private static OperatorKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.names.matcher(name).find())
        .findFirst()
        .orElse(OTHER);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
