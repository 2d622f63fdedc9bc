package io.mindstream.bridge.push;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What a person should know, each said once a run. For one thread. */
public final class Notes {

  private static final int MOST_REMEMBERED = 1000;

  private final Consumer<String> listener;
  private final Set<String> said = new HashSet<>();

  /** Nothing was said yet. */
  public Notes(Consumer<String> listener) {
    this.listener = listener;
  }

  /** Says it, unless it was said in this run. */
  public void say(String note) {
    if (said.size() == MOST_REMEMBERED) {
      said.clear();
    }
    if (said.add(note)) {
      listener.accept(note);
    }
  }

  /** A new run begins. */
  void forget() {
    said.clear();
  }
}
