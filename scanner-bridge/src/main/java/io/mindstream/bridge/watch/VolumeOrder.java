package io.mindstream.bridge.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
 * given late, with its own index.
 */
final class VolumeOrder {

  private final Consumer<String> notes;
  private final Set<String> said = new HashSet<>();
  private final TakenVolumes taken = new TakenVolumes();
  private final Map<FileSight, String> unreadable = new HashMap<>();
  private Set<FileSight> ignored = Set.of();
  private List<NumberedFile> present = List.of();
  private List<NumberedFile> settled = List.of();
  private @Nullable Instant waitingSince;

  /**
   * Nothing seen yet.
   *
   * @param notes hears what a person should know, each once
   */
  VolumeOrder(Consumer<String> notes) {
    this.notes = notes;
  }

  /**
   * The file whose turn it is.
   *
   * @param index position in the run, origin 0
   */
  record Turn(NumberedFile file, int index) {}

  /** Leaves out files as they are now. */
  void ignore(Collection<FileSight> files) {
    ignored = Set.copyOf(files);
  }

  /** Takes as taken what another process took; see {@link TakenVolumes#goOn}. */
  void goOn(long origin, Collection<Integer> indices, Collection<FileSight> files) {
    taken.goOn(origin, indices, files.stream().flatMap(this::numbered).toList());
  }

  /** Takes note of what a look at the folder saw: files whose names are those of volumes. */
  void look(Collection<FileSight> files) {
    Set<NumberedFile> before = Set.copyOf(present);
    present =
        files.stream()
            .filter(file -> !ignored.contains(file))
            .flatMap(this::numbered)
            .sorted(NumberedFile.ORDER)
            .toList();
    present.forEach(it -> taken.objection(it).ifPresent(this::say));
    settled = present.stream().filter(before::contains).toList();
  }

  /**
   * The next file to try.
   *
   * @param patience how long a volume waits for one with a lower number
   */
  Optional<Turn> next(Instant now, Duration patience) {
    Optional<NumberedFile> lowest = candidates().findFirst();
    if (lowest.isEmpty() || inTurn(lowest.get())) {
      waitingSince = null;
    } else {
      waitingSince = waitingSince == null ? now : waitingSince;
      if (now.isBefore(waitingSince.plus(patience))) {
        return Optional.empty();
      }
      sayWhatLacks(lowest.get());
    }
    return lowest.map(it -> new Turn(it, taken.index(it)));
  }

  /** How many files could be tried now, one after the other. */
  int waiting() {
    return (int) candidates().count();
  }

  /** The file was a volume; it counts from now on. */
  void taken(Turn turn) {
    if (!taken.isEmpty() && turn.file().number() < taken.next()) {
      say(turn.file().name() + " came late; it is published with its own index");
    }
    taken.add(turn.file());
    waitingSince = null;
  }

  /** The file could not be read as it is; it is tried again once it has changed. */
  void unreadable(Turn turn, String reason) {
    unreadable.put(turn.file().file(), reason);
  }

  /** Says which files that are there were never whole. */
  void sayWhatWasNeverWhole() {
    present.forEach(this::sayWhyUnreadable);
  }

  private Stream<NumberedFile> numbered(FileSight file) {
    Optional<NumberedFile> numbered = NumberedFile.of(file);
    if (numbered.isEmpty()) {
      say(file.name() + " is left out: its name has no number");
    }
    return numbered.stream();
  }

  private Stream<NumberedFile> candidates() {
    return settled.stream()
        .filter(it -> !taken.has(it) && taken.objection(it).isEmpty())
        .filter(it -> !unreadable.containsKey(it.file()));
  }

  private boolean inTurn(NumberedFile candidate) {
    return taken.isEmpty()
        ? present.stream().noneMatch(it -> it.number() < candidate.number())
        : candidate.number() <= taken.next();
  }

  private void sayWhatLacks(NumberedFile next) {
    present.stream().filter(it -> it.number() < next.number()).forEach(this::sayWhyUnreadable);
    if (!taken.isEmpty()) {
      long last = next.number() - 1;
      String lacking =
          taken.next() == last ? "number " + last : "numbers " + taken.next() + " to " + last;
      say(lacking + " did not come; going on with " + next.name());
    }
  }

  private void sayWhyUnreadable(NumberedFile it) {
    String reason = unreadable.get(it.file());
    if (reason != null && !taken.has(it)) {
      say(it.name() + " is not whole: " + reason);
    }
  }

  private void say(String note) {
    if (said.add(note)) {
      notes.accept(note);
    }
  }
}
