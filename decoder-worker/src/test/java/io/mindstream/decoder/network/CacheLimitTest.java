package io.mindstream.decoder.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLimitTest {

  private static final CacheLimit TWO_FILES = new CacheLimit(20, Duration.ofHours(1));

  @TempDir private Path folder;

  @Test
  void shouldDeleteWhatWasNotUsedForLongest() throws IOException {
    Path oldest = file("a.pt", 9);
    Path older = file("b.pt", 8);
    Path old = file("c.pt", 7);
    TWO_FILES.apply(folder);
    assertThat(oldest).doesNotExist();
    assertThat(older).exists();
    assertThat(old).exists();
  }

  @Test
  void shouldKeepWhatAnotherProcessMayBeAboutToRead() throws IOException {
    Path first = file("a.pt", 0);
    Path second = file("b.pt", 0);
    Path third = file("c.pt", 0);
    TWO_FILES.apply(folder);
    assertThat(first).exists();
    assertThat(second).exists();
    assertThat(third).exists();
  }

  @Test
  void shouldDeletePartsThatACrashLeftBehind() throws IOException {
    Path part = file("network1.part", 2);
    TWO_FILES.apply(folder);
    assertThat(part).doesNotExist();
  }

  @Test
  void shouldLeaveForeignFilesAlone() throws IOException {
    Path foreign = file("notes.txt", 90);
    new CacheLimit(0, Duration.ZERO).apply(folder);
    assertThat(foreign).exists();
  }

  private Path file(String name, int hoursAgo) throws IOException {
    Path file = Files.write(folder.resolve(name), new byte[10]);
    Instant used = Instant.now().minus(Duration.ofHours(hoursAgo));
    return Files.setLastModifiedTime(file, FileTime.from(used));
  }
}
