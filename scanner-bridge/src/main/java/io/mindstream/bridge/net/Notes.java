package io.mindstream.bridge.net;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a person should know, each said once: senders say or spoil the same thing with each slice.
 * For any thread.
 */
public final class Notes {

  private static final int MOST_REMEMBERED = 1000;

  private final Consumer<String> listener;
  private final Set<String> said = new HashSet<>();

  /** Nothing was said yet. */
  public Notes(Consumer<String> listener) {
    this.listener = listener;
  }

  /** Says it, unless it was said before. */
  public void say(String note) {
    if (remember(note)) {
      listener.accept(note);
    }
  }

  private synchronized boolean remember(String note) {
    if (said.size() == MOST_REMEMBERED) {
      said.clear();
    }
    return said.add(note);
  }

  /** Everything may be said again, as of a new run. */
  public synchronized void forget() {
    said.clear();
  }
}
