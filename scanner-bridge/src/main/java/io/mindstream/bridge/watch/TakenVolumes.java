package io.mindstream.bridge.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of a run that were taken so far. The first one's number is index 0; a number counts
 * once. For one thread.
 */
final class TakenVolumes {

  /** More than that is not a lost volume, but a file of another kind. */
  private static final int MOST_LACKING = 100;

  private final Map<Long, FileSight> taken = new HashMap<>();
  private long first;
  private long highest;

  /**
   * Takes what another process took.
   *
   * @param origin number of index 0
   * @param indices positions in the run, not empty
   * @param files those that are there now and were there then
   */
  void goOn(long origin, Collection<Integer> indices, List<NumberedFile> files) {
    first = origin;
    for (int index : indices) {
      long number = origin + index;
      highest = Math.max(highest, number);
      taken.put(number, new FileSight("a volume from before the bridge was killed", -1, 0));
    }
    files.stream().filter(this::has).forEach(it -> taken.put(it.number(), it.file()));
  }

  boolean isEmpty() {
    return taken.isEmpty();
  }

  /** Position in the run, origin 0. */
  int index(NumberedFile it) {
    return isEmpty() ? 0 : (int) (it.number() - first);
  }

  /** The number that comes after the highest. */
  long next() {
    return highest + 1;
  }

  void add(NumberedFile it) {
    first = isEmpty() ? it.number() : first;
    highest = isEmpty() ? it.number() : Math.max(highest, it.number());
    taken.put(it.number(), it.file());
  }

  boolean has(NumberedFile it) {
    return taken.containsKey(it.number());
  }

  /** Why a file can be none of the volumes to come; empty where it can, or is taken itself. */
  Optional<String> objection(NumberedFile it) {
    FileSight same = taken.get(it.number());
    return Optional.ofNullable(same == null ? outside(it.number()) : again(it.file(), same))
        .map(why -> it.name() + " is left out: " + why);
  }

  private @Nullable String outside(long number) {
    if (isEmpty()) {
      return null;
    }
    if (number < first) {
      return "the run began with number " + first;
    }
    return number - next() > MOST_LACKING
        ? "the run is at number " + highest + ", and the last number in a name must count volumes"
        : null;
  }

  private static @Nullable String again(FileSight now, FileSight taken) {
    if (!now.name().equals(taken.name())) {
      return taken.name() + " has the same number";
    }
    return now.equals(taken) ? null : "it was published before it was written again";
  }
}
