package io.mindstream.bridge.scanner;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the file system tells of a folder and those below: a speed-up only, since some tell of
 * nothing, and any may lose events. May be used by any thread.
 */
final class FolderEvents implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);

  /** Local ones of Linux; a share's own machine alone hears of what others write there. */
  private static final Set<String> TELLING =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay");

  private final WatchService watch;
  private final Runnable wake;
  private final Set<Path> changed = new HashSet<>();
  private boolean missed;

  private FolderEvents(WatchService watch, Runnable wake) {
    this.watch = watch;
    this.wake = wake;
  }

  /**
   * Listens from now on; empty where the file system tells of nothing.
   *
   * @param wake called after each change, on another thread
   */
  static Optional<FolderEvents> of(Path folder, Runnable wake) {
    try {
      boolean telling =
          System.getProperty("os.name").equals("Linux")
              && TELLING.contains(Files.getFileStore(folder).type());
      if (!telling) {
        return Optional.empty();
      }
      FolderEvents events = new FolderEvents(folder.getFileSystem().newWatchService(), wake);
      events.register(folder);
      Thread thread = new Thread(events::listen, "scanner-bridge-folder");
      thread.setDaemon(true);
      thread.start();
      return Optional.of(events);
    } catch (IOException e) { // Too many watches, for example.
      LOG.info("{} is only looked at now and then: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  /** What was made or changed since the last call. */
  synchronized Set<Path> changed() {
    Set<Path> all = Set.copyOf(changed);
    changed.clear();
    return all;
  }

  /** True where something else may have changed since the last call. */
  synchronized boolean missed() {
    boolean before = missed;
    missed = false;
    return before;
  }

  private void register(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            path.register(
                watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) {
            return FileVisitResult.CONTINUE; // It is gone already.
          }
        });
  }

  private void listen() {
    try {
      while (true) {
        WatchKey key = watch.take();
        for (WatchEvent<?> event : key.pollEvents()) {
          hear((Path) key.watchable(), event);
        }
        key.reset();
        wake.run();
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("the folder is not watched any more");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(Path folder, WatchEvent<?> event) {
    if (event.context() instanceof Path name) {
      Path path = folder.resolve(name);
      if (Files.isDirectory(path)) {
        add(path);
      } else {
        note(path);
      }
    } else { // More happened than is told.
      miss();
    }
  }

  /** A folder may hold files already, and one that cannot be watched is looked at. */
  private void add(Path folder) {
    try {
      register(folder);
    } catch (IOException e) {
      LOG.info("{} is only looked at now and then: {}", folder, e.toString());
    }
    miss();
  }

  private synchronized void note(Path path) {
    changed.add(path);
  }

  private synchronized void miss() {
    missed = true;
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException e) {
      LOG.debug("a folder's events did not end: {}", e.toString());
    }
  }
}
