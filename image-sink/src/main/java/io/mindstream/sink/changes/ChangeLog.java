package io.mindstream.sink.changes;

import io.mindstream.sink.dashboard.Thing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last change of each thing, by number. Not for several threads.
 *
 * <p>Things that come and go, volumes above all, are forgotten when there are too many; who left
 * before that cannot go on from there.
 */
final class ChangeLog {

  private static final int PASSING = 600;
  private static final int ALL = 20_000;

  private final TreeMap<Long, Thing> byNumber = new TreeMap<>();
  private final Map<Thing, Change> changes = new HashMap<>();
  private final Deque<Thing> volumes = new ArrayDeque<>();
  private long last;
  private long forgotten;

  /** The number of the next change. */
  long next() {
    return last + 1;
  }

  void put(Thing thing, Change change) {
    last = change.number();
    Change before = changes.put(thing, change);
    if (before != null) {
      byNumber.remove(before.number());
    } else if (thing instanceof Thing.OfVolume) {
      volumes.add(thing);
    }
    byNumber.put(change.number(), thing);
    if (volumes.size() > PASSING) {
      forget(volumes.remove());
    }
    if (byNumber.size() > ALL) {
      forget(byNumber.firstEntry().getValue());
    }
  }

  Optional<Change> of(Thing thing) {
    return Optional.ofNullable(changes.get(thing));
  }

  /** Whether everything that changed behind a number is still here. */
  boolean reaches(long number) {
    return number >= forgotten && number <= last;
  }

  /** What changed behind a number, in order. */
  List<Change> after(long number) {
    List<Change> found = new ArrayList<>();
    byNumber.tailMap(number, false).values().forEach(thing -> of(thing).ifPresent(found::add));
    return found;
  }

  private void forget(Thing thing) {
    @Nullable Change gone = changes.remove(thing);
    if (gone != null) {
      byNumber.remove(gone.number());
      forgotten = Math.max(forgotten, gone.number());
    }
  }
}
