package io.mindstream.decoder.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tensors of a checkpoint that decoding does not need. Those that every MinD-Vis model has are only
 * counted; any others are listed.
 *
 * @param names plain names
 */
record UnusedKeys(List<String> names) {

  private static final Map<String, String> EXPECTED =
      Map.of(
          "first_stage_model.encoder.", "VQ encoder",
          "first_stage_model.quant_conv.", "VQ encoder",
          "cond_stage_model.mae.cls_token", "tokens of pre-training",
          "cond_stage_model.mae.mask_token", "tokens of pre-training");
  private static final String SCHEDULE = "noise schedule buffers";
  private static final Pattern SCHEDULE_NAME =
      Pattern.compile(
          "betas|alphas_cumprod(_prev)?|(sqrt|log|posterior|lvlb)_\\w+|logvar|scale_factor");
  private static final String OTHER = "other";

  void print(PrintWriter out, int mostListed) {
    Map<String, List<String>> kinds =
        names.stream()
            .collect(Collectors.groupingBy(UnusedKeys::kind, TreeMap::new, Collectors.toList()));
    String counts =
        kinds.entrySet().stream()
            .map(kind -> kind.getValue().size() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    out.println("unused keys: " + (counts.isEmpty() ? "none" : counts));
    List<String> others = kinds.getOrDefault(OTHER, List.of());
    others.stream().limit(mostListed).forEach(name -> out.println("  " + name));
    if (others.size() > mostListed) {
      out.println("  ... and " + (others.size() - mostListed) + " more");
    }
  }

  private static String kind(String name) {
    if (SCHEDULE_NAME.matcher(name).matches()) {
      return SCHEDULE;
    }
    return EXPECTED.entrySet().stream()
        .filter(kind -> name.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHER);
  }
}
