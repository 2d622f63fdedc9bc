package io.mindstream.preprocess.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the settings, so that all of it is told at once. */
final class SettingProblems {

  private final List<String> found = new ArrayList<>();

  void check(boolean ok, String problem) {
    if (!ok) {
      found.add(problem);
    }
  }

  void positive(String name, Duration value) {
    check(!value.isNegative() && !value.isZero(), name + " must be above 0, is " + value);
  }

  void notNegative(String name, Duration value) {
    check(!value.isNegative(), name + " must not be negative, is " + value);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          "wrong settings under mindstream.preprocess: " + String.join("; ", found));
    }
  }
}
