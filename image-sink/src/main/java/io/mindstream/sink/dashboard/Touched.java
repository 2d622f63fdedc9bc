package io.mindstream.sink.dashboard;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed and was not told of yet: each thing once, however often it changed. May be used by
 * several threads.
 */
public final class Touched {

  private final InstantSource clock;

  /** Whether something of weight happened to it, in the order of the first change. */
  private final Map<Thing, Boolean> waiting = new LinkedHashMap<>();

  private final Map<Thing, Instant> told = new HashMap<>();

  /** Nothing has changed yet. */
  public Touched(InstantSource clock) {
    this.clock = clock;
  }

  /** Something of weight happened: it is told of as soon as may be. */
  public synchronized void now(Thing thing) {
    waiting.put(thing, true);
  }

  /** It goes on: it is told of when its interval is over. */
  public synchronized void soon(Thing thing) {
    waiting.putIfAbsent(thing, false);
  }

  /** Takes the things whose time has come. */
  public synchronized List<Thing> take() {
    Instant now = clock.instant();
    told.entrySet().removeIf(entry -> due(entry.getKey(), entry.getValue(), now));
    List<Thing> due = new ArrayList<>();
    Iterator<Map.Entry<Thing, Boolean>> things = waiting.entrySet().iterator();
    while (things.hasNext()) {
      Map.Entry<Thing, Boolean> next = things.next();
      Thing thing = next.getKey();
      if (next.getValue() || !told.containsKey(thing)) {
        due.add(thing);
        things.remove();
        told.put(thing, now);
      }
    }
    return due;
  }

  private static boolean due(Thing thing, Instant toldAt, Instant now) {
    return !now.isBefore(toldAt.plus(thing.interval()));
  }
}
