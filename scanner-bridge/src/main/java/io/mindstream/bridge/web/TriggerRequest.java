package io.mindstream.bridge.web;

import io.micronaut.json.tree.JsonNode;
import io.mindstream.service.web.RefusedException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A post of triggers: {@code {"at_seconds": [..]}}, or {@code {"count": n, "first_at_seconds":
 * ..}}, with {@code "dummy": n} where the first n belong to scans that are not published.
 *
 * @param seconds by the stimulus computer's clock, since 1970-01-01 UTC
 */
record TriggerRequest(List<Double> seconds, int dummies) {

  private static final Set<String> FIELDS =
      Set.of("at_seconds", "count", "first_at_seconds", "dummy");
  private static final int MOST = 100_000;

  static TriggerRequest of(JsonNode body, double trSeconds) {
    PostedJson json = new PostedJson(body).knowingOnly(FIELDS);
    List<Double> seconds =
        json.has("at_seconds") ? json.numbers("at_seconds") : counted(json, trSeconds);
    if (seconds.isEmpty() || seconds.size() > MOST) {
      throw RefusedException.of(
          422, "send 1 to " + MOST + " triggers: at_seconds, or count with first_at_seconds");
    }
    return new TriggerRequest(seconds, json.count("dummy").orElse(0));
  }

  private static List<Double> counted(PostedJson json, double trSeconds) {
    int count = json.count("count").orElse(0);
    OptionalDouble first = json.number("first_at_seconds");
    if (count > MOST || first.isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, count)
        .mapToObj(trigger -> first.getAsDouble() + trigger * trSeconds)
        .toList();
  }
}
