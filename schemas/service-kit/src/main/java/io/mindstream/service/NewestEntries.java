package io.mindstream.service;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of so many entries at most, which forgets the oldest. Not for several threads.
 *
 * @param <K> key
 * @param <V> value
 */
public final class NewestEntries<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int kept;

  private NewestEntries(int kept, boolean byUse) {
    super(16, 0.75f, byUse);
    this.kept = kept;
  }

  /** Forgets what was put first. */
  public static <K, V> NewestEntries<K, V> byPut(int kept) {
    return new NewestEntries<>(kept, false);
  }

  /** Forgets what was not used for longest. */
  public static <K, V> NewestEntries<K, V> byUse(int kept) {
    return new NewestEntries<>(kept, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > kept;
  }
}
