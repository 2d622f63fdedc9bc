package io.mindstream.service.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a service's settings, so that all of it is told at once. */
public final class SettingProblems {

  private final String prefix;
  private final List<String> found = new ArrayList<>();

  /** Problems of the settings below a prefix, such as {@code mindstream.decoder}. */
  public SettingProblems(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Notes a problem unless something holds.
   *
   * @param problem begins with the setting's name below the prefix, and says what it must be
   */
  public void check(boolean holds, String problem) {
    if (!holds) {
      found.add(prefix + "." + problem);
    }
  }

  /** The same for one value: {@code NAME RULE, got 'VALUE'}. */
  public SettingProblems require(boolean holds, String name, String rule, @Nullable Object value) {
    check(holds, name + " " + rule + ", got '" + value + "'");
    return this;
  }

  /** A duration above 0. */
  public void positive(String name, Duration value) {
    check(!value.isNegative() && !value.isZero(), name + " must be above 0, is " + value);
  }

  /** A duration of 0 or more. */
  public void notNegative(String name, Duration value) {
    check(!value.isNegative(), name + " must not be negative, is " + value);
  }

  /**
   * Tells all problems, if there are any.
   *
   * @throws IllegalArgumentException one problem a line
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), found));
    }
  }
}
