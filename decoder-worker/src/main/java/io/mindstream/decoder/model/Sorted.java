package io.mindstream.decoder.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Sets of numbers that are always listed in the same order. */
final class Sorted {

  private Sorted() {}

  static Set<Integer> copyOf(Set<Integer> numbers) {
    return Collections.unmodifiableSet(new TreeSet<>(numbers));
  }
}
