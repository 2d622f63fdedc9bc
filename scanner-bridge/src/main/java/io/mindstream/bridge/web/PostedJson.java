package io.mindstream.bridge.web;

import io.micronaut.json.tree.JsonNode;
import io.mindstream.service.web.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One JSON object of a request, read field by field; what is wrong is refused by its name. */
record PostedJson(JsonNode object) {

  private static final double NANOS = 1e9;
  private static final int MAX_TEXT = 256;

  /** Refuses what is no object, or has a field of another name. */
  PostedJson {
    if (!object.isObject()) {
      throw RefusedException.of(400, "an event must be a JSON object, such as {\"onset\": 12.0}");
    }
  }

  /** Refuses fields of other names: one that is misspelt must not be passed over. */
  PostedJson knowingOnly(Set<String> names) {
    Set<String> unknown = new TreeSet<>();
    object.entries().forEach(entry -> unknown.add(entry.getKey()));
    unknown.removeAll(names);
    for (String name : unknown) {
      throw RefusedException.field(name, "is no field here; there are " + new TreeSet<>(names));
    }
    return this;
  }

  boolean has(String name) {
    JsonNode value = object.get(name);
    return value != null && !value.isNull();
  }

  OptionalDouble number(String name) {
    return has(name) ? OptionalDouble.of(number(name, object.get(name))) : OptionalDouble.empty();
  }

  /** As {@link #number}. */
  Optional<Double> seconds(String name) {
    OptionalDouble number = number(name);
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  /** As {@link #number}, 0 or more. */
  OptionalDouble amount(String name) {
    OptionalDouble number = number(name);
    if (number.isPresent() && number.getAsDouble() < 0) {
      throw RefusedException.field(name, "must be 0 or more, got " + number.getAsDouble());
    }
    return number;
  }

  Optional<Integer> count(String name) {
    OptionalDouble number = amount(name);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double value = number.getAsDouble();
    if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw RefusedException.field(name, "must be a whole number, got " + value);
    }
    return Optional.of((int) value);
  }

  Optional<String> text(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = object.get(name);
    if (!value.isString() || value.getStringValue().isBlank()) {
      throw RefusedException.field(name, "must be text that is not empty");
    }
    return Optional.of(value.getStringValue());
  }

  /** As {@link #text}, of a bearable length. */
  Optional<String> name(String name) {
    Optional<String> text = text(name);
    if (text.isPresent() && text.get().length() > MAX_TEXT) {
      throw RefusedException.field(name, "may have " + MAX_TEXT + " characters");
    }
    return text;
  }

  /** Seconds since 1970-01-01 UTC. */
  OptionalDouble time(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      Instant at = OffsetDateTime.parse(text.get()).toInstant();
      return OptionalDouble.of(at.getEpochSecond() + at.getNano() / NANOS);
    } catch (DateTimeException e) {
      throw RefusedException.field(
          name,
          "must be an ISO 8601 time with its zone, such as 2026-03-01T10:00:12.5Z, got '"
              + text.get()
              + "'");
    }
  }

  List<Double> numbers(String name) {
    @Nullable JsonNode values = object.get(name);
    if (values == null || !values.isArray()) {
      throw RefusedException.field(name, "must be an array of numbers");
    }
    List<Double> numbers = new ArrayList<>();
    values.values().forEach(value -> numbers.add(number(name, value)));
    return numbers;
  }

  /** The objects of an array. */
  static List<PostedJson> all(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false).map(PostedJson::new).toList();
  }

  private static double number(String name, JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.getDoubleValue())) {
      throw RefusedException.field(name, "must be a number");
    }
    return value.getDoubleValue();
  }
}
