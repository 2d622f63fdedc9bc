package io.mindstream.sink.catalogue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next what to ask for what follows; null where nothing does
 * @param <T> of what
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** Most items of a page. */
  public static final int MOST = 500;

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /** The first so many of what is left of a list; looks at one more and at nothing behind it. */
  static <T> Page<T> of(Stream<T> left, int limit, Function<T, String> token) {
    Iterator<T> items = left.iterator();
    List<T> page = new ArrayList<>();
    while (page.size() < limit && items.hasNext()) {
      page.add(items.next());
    }
    boolean more = !page.isEmpty() && items.hasNext();
    return new Page<>(page, more ? token.apply(page.get(page.size() - 1)) : null);
  }
}
