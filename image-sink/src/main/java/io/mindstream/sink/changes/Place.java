package io.mindstream.sink.changes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has heard.
 *
 * @param epoch of which process
 * @param number the last change it had
 */
record Place(String epoch, long number) {

  private static final Pattern TEXT = Pattern.compile("([0-9a-z]+)-(\\d{1,18})");

  /** The place that an event's id names; empty where it is none. */
  static Optional<Place> parse(@Nullable String id) {
    Matcher matcher = TEXT.matcher(id == null ? "" : id);
    return matcher.matches()
        ? Optional.of(new Place(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}
