package io.mindstream.bridge.scanner;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * How a file looked. A console may write a name again: then it is another file.
 *
 * @param since when it was first seen so
 * @param read when it was last read, and not whole
 */
record FileSight(long bytes, FileTime modified, Instant since, Instant read) {

  static FileSight of(BasicFileAttributes now, Instant since) {
    return new FileSight(now.size(), now.lastModifiedTime(), since, Instant.MIN);
  }

  FileSight readAt(Instant now) {
    return new FileSight(bytes, modified, since, now);
  }

  boolean stillFor(Duration time, Instant now) {
    return !now.isBefore(since.plus(time));
  }

  boolean same(BasicFileAttributes now) {
    return now.size() == bytes && now.lastModifiedTime().equals(modified);
  }
}
