package io.mindstream.sink.dashboard;

import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;

/** Run ids of records, which may hold any text. */
final class RunIds {

  private RunIds() {}

  static Optional<RunId> parse(String text) {
    try {
      return Optional.of(RunId.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
