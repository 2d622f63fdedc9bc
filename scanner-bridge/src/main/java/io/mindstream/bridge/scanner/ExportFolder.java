package io.mindstream.bridge.scanner;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A folder into which a scanner's console, or the share that it exports to, writes DICOM files.
 * Looked at again and again, since network file systems tell of nothing; where the file system does
 * tell, sooner at what it names, and all of it only now and then. A file is read once it has
 * stopped growing and is whole; one that never is whole is said. For one thread.
 */
final class ExportFolder implements AutoCloseable {

  /** So long a file that is no whole object may still be written on, since nobody writes slower. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * So long a file must not change before it is read, where nothing else shows that it is whole.
   */
  private static final Duration STILL = Duration.ofMillis(100);

  /** The same where every change is told, and the last byte was written. */
  private static final Duration STILL_IF_TOLD = Duration.ofMillis(20);

  private static final Duration LISTED = Duration.ofMillis(100);
  private static final Duration LISTED_IF_TOLD = Duration.ofSeconds(1);

  /** A large folder on a slow share takes seconds: no more than a quarter of the time is for it. */
  private static final int SPARE = 4;

  private final FolderListing listing;
  private final Optional<FolderEvents> events;
  private final Consumer<String> notes;
  private final Map<Path, FileSight> done = new HashMap<>();
  private final Map<Path, FileSight> growing = new HashMap<>();
  private Instant nextListing = Instant.MIN;

  /**
   * Looks at nothing yet.
   *
   * @param wake called when a look finds something, on another thread; never on a network share
   * @param notes hears of files that never become whole
   */
  ExportFolder(Path folder, Runnable wake, Consumer<String> notes) {
    this.listing = new FolderListing(folder);
    this.events = FolderEvents.of(folder, wake);
    this.notes = notes;
  }

  /**
   * Leaves out what lies there now; how many files.
   *
   * @throws io.mindstream.bridge.source.FeedException where the folder cannot be listed
   */
  int skipPresent() {
    listing
        .all((file, now) -> true)
        .forEach((file, now) -> done.put(file, FileSight.of(now, Instant.EPOCH)));
    return done.size();
  }

  /** Looks again at what was written since a time. */
  void takeSince(Instant time) {
    done.values().removeIf(sight -> !sight.modified().toInstant().isBefore(time));
    nextListing = Instant.MIN;
  }

  /** How long nobody need look, unless woken. */
  Duration pause(Instant now) {
    boolean soon =
        events.isPresent() && growing.values().stream().anyMatch(it -> !it.stillFor(STILL, now));
    return soon ? STILL_IF_TOLD.dividedBy(2) : LISTED;
  }

  /**
   * The objects that have become whole since the last look, in the order of their names.
   *
   * @throws io.mindstream.bridge.source.FeedException where the folder cannot be listed
   */
  List<ScannedObject> look(Instant now) {
    List<ScannedObject> whole = new ArrayList<>();
    files(now).forEach((file, attributes) -> look(file, attributes, now, whole));
    return whole;
  }

  private Map<Path, BasicFileAttributes> files(Instant now) {
    Map<Path, BasicFileAttributes> files = new TreeMap<>();
    boolean missed = events.map(FolderEvents::missed).orElse(false);
    events.ifPresent(told -> told.changed().forEach(file -> FolderListing.add(file, files)));
    if (missed || !now.isBefore(nextListing)) {
      long begun = System.nanoTime();
      files.putAll(listing.all((file, attributes) -> !isDone(file, attributes)));
      Duration spent = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(SPARE);
      Duration usual = events.isPresent() ? LISTED_IF_TOLD : LISTED;
      nextListing = now.plus(spent.compareTo(usual) > 0 ? spent : usual);
    } else {
      growing.keySet().forEach(file -> FolderListing.add(file, files));
    }
    files.entrySet().removeIf(file -> isDone(file.getKey(), file.getValue()));
    growing.keySet().retainAll(files.keySet()); // The others were renamed or removed.
    return files;
  }

  private boolean isDone(Path file, BasicFileAttributes now) {
    FileSight then = done.get(file);
    return then != null && then.same(now);
  }

  private void look(
      Path file, BasicFileAttributes attributes, Instant now, List<ScannedObject> whole) {
    FileSight before = growing.get(file);
    if (before == null || !before.same(attributes)) {
      growing.put(file, FileSight.of(attributes, now));
      return;
    }
    boolean still = before.stillFor(STILL, now);
    boolean told = events.isPresent() && before.stillFor(STILL_IF_TOLD, now);
    boolean again = now.isAfter(before.read().plus(STILL));
    if (attributes.size() > 0 && again && (still || (told && ExportedFile.ended(file)))) {
      ExportedFile read = ExportedFile.read(file, attributes);
      growing.put(file, before.readAt(now));
      settle(file, read, before, now);
      read.object().ifPresent(object -> whole.add(new ScannedObject(object, now)));
    }
  }

  private void settle(Path file, ExportedFile read, FileSight sight, Instant now) {
    boolean whole = read.object().isPresent();
    boolean late = sight.stillFor(GRACE, now);
    if (whole || late) {
      growing.remove(file);
      done.put(file, sight);
    }
    if (late && !whole) {
      read.objection().ifPresent(notes);
    }
  }

  @Override
  public void close() {
    events.ifPresent(FolderEvents::close);
  }
}
