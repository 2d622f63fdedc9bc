package io.mindstream.bridge.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what is seen of a folder which file is the next volume. Reads nothing: whoever opens
 * the file says what came of it. For one thread.
 *
 * <p>A file may be tried once two looks saw it unchanged. Volumes go by the number in their name;
 * the first one's is index 0, so that a lost volume leaves a hole and those after it keep their
 * times. Where a number lacks the next one waits a while for it; a file that comes later still is
 * given late, with its own index. A number counts once.
 */
final class VolumeOrder {

  /** More than that is not a lost volume, but a file of another kind. */
  private static final int MOST_LACKING = 100;

  private final Consumer<String> notes;
  private final Set<String> said = new HashSet<>();
  private final Map<Long, FileSight> taken = new HashMap<>();
  private final Map<FileSight, String> unreadable = new HashMap<>();
  private Set<FileSight> ignored = Set.of();
  private List<Numbered> present = List.of();
  private List<Numbered> settled = List.of();
  private long first;
  private long highest;
  private @Nullable Instant waitingSince;

  /**
   * Nothing seen yet.
   *
   * @param notes hears what a person should know, each once
   */
  VolumeOrder(Consumer<String> notes) {
    this.notes = notes;
  }

  /** The file whose turn it is. */
  record Turn(FileSight file, int index) {}

  private record Numbered(FileSight file, long number) {}

  /** Leaves out files as they are now. */
  void ignore(Collection<FileSight> files) {
    ignored = Set.copyOf(files);
  }

  /** Takes note of what a look at the folder saw: files whose names are those of volumes. */
  void look(Collection<FileSight> files) {
    Set<FileSight> before = new HashSet<>(present.stream().map(Numbered::file).toList());
    present =
        files.stream()
            .filter(file -> !ignored.contains(file))
            .flatMap(this::numbered)
            .sorted(
                Comparator.comparingLong(Numbered::number).thenComparing(it -> it.file().name()))
            .toList();
    present.forEach(this::sayWhatIsLeftOut);
    settled = present.stream().filter(it -> before.contains(it.file())).toList();
  }

  /**
   * The next file to try.
   *
   * @param patience how long a volume waits for one with a lower number
   */
  Optional<Turn> next(Instant now, Duration patience) {
    Optional<Numbered> lowest = candidates().findFirst();
    if (lowest.isEmpty() || inTurn(lowest.get())) {
      waitingSince = null;
      return lowest.map(this::turn);
    }
    Instant since = waitingSince == null ? now : waitingSince;
    waitingSince = since;
    if (now.isBefore(since.plus(patience))) {
      return Optional.empty();
    }
    sayWhatLacks(lowest.get());
    return lowest.map(this::turn);
  }

  /** How many files could be tried now, one after the other. */
  int waiting() {
    return (int) candidates().count();
  }

  /** The file was a volume; it counts from now on. */
  void taken(Turn turn) {
    long number = first(turn) + turn.index();
    if (taken.isEmpty()) {
      first = number;
      highest = number;
    } else if (number < highest) {
      notes.accept(turn.file().name() + " came late; it is published with its own index");
    }
    taken.put(number, turn.file());
    highest = Math.max(highest, number);
    waitingSince = null;
  }

  /** The file could not be read as it is; it is tried again once it has changed. */
  void unreadable(Turn turn, String reason) {
    unreadable.put(turn.file(), reason);
  }

  /** Says which files that are there were never whole. */
  void sayWhatWasNeverWhole() {
    present.forEach(this::sayWhyUnreadable);
  }

  private long first(Turn turn) {
    return taken.isEmpty() ? VolumeName.number(turn.file().name()).orElseThrow() : first;
  }

  private Stream<Numbered> numbered(FileSight file) {
    return VolumeName.number(file.name()).stream()
        .mapToObj(number -> new Numbered(file, number))
        .findFirst()
        .map(Stream::of)
        .orElseGet(
            () -> {
              say(file.name() + " is left out: its name has no number");
              return Stream.empty();
            });
  }

  private Stream<Numbered> candidates() {
    return settled.stream()
        .filter(it -> !taken.containsKey(it.number()) && !unreadable.containsKey(it.file()))
        .filter(it -> taken.isEmpty() || (it.number() > first && !isFar(it)));
  }

  private boolean inTurn(Numbered candidate) {
    return taken.isEmpty()
        ? present.stream().noneMatch(it -> it.number() < candidate.number())
        : candidate.number() <= highest + 1;
  }

  private boolean isFar(Numbered it) {
    return it.number() - highest - 1 > MOST_LACKING;
  }

  private Turn turn(Numbered candidate) {
    return new Turn(candidate.file(), taken.isEmpty() ? 0 : (int) (candidate.number() - first));
  }

  private void sayWhatLacks(Numbered next) {
    present.stream().filter(it -> it.number() < next.number()).forEach(this::sayWhyUnreadable);
    if (!taken.isEmpty()) {
      long last = next.number() - 1;
      String lacking =
          highest + 1 == last ? "number " + last : "numbers " + (highest + 1) + " to " + last;
      say(lacking + " did not come; going on with " + next.file().name());
    }
  }

  private void sayWhyUnreadable(Numbered it) {
    String reason = unreadable.get(it.file());
    if (reason != null && !taken.containsKey(it.number())) {
      say(it.file().name() + " is not whole: " + reason);
    }
  }

  private void sayWhatIsLeftOut(Numbered it) {
    FileSight same = taken.get(it.number());
    if (same == null) {
      sayWhyOutside(it);
    } else if (!same.name().equals(it.file().name())) {
      say(it.file().name() + " is left out: " + same.name() + " has the same number");
    } else if (!same.equals(it.file())) {
      say(same.name() + " was written again after it was published; that is left out");
    }
  }

  private void sayWhyOutside(Numbered it) {
    if (!taken.isEmpty() && it.number() < first) {
      say(it.file().name() + " is left out: the run began with number " + first);
    } else if (!taken.isEmpty() && isFar(it)) {
      say(
          it.file().name()
              + " is left out: the run is at number "
              + highest
              + "; the last number in a name must count volumes");
    }
  }

  private void say(String note) {
    if (said.add(note)) {
      notes.accept(note);
    }
  }
}
