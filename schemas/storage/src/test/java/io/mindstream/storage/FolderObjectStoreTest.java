package io.mindstream.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects as files of a data folder. */
class FolderObjectStoreTest extends ObjectStoreContract {

  @TempDir Path data;
  private Path bucket = Path.of("");

  @Override
  ObjectStore empty(String name) throws IOException {
    bucket = Files.createDirectories(data.resolve("objects").resolve(name));
    return new FolderObjectStore(data, name);
  }

  @Test
  void shouldLeaveNothingElseBehind() throws IOException {
    store().put("b.txt", new byte[] {1}, "text/plain");
    try (var files = Files.walk(data)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(bucket.resolve("b.txt"));
    }
  }

  @Test
  void shouldSayWhereItCannotWrite() throws IOException {
    Files.createFile(bucket.resolve("a"));
    assertThatThrownBy(() -> store().put("a/b.txt", new byte[] {1}, "text/plain"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("who may write it");
  }

  @Test
  void shouldSayThatNothingWasStoredInADataFolderYet() {
    assertThatThrownBy(() -> new FolderObjectStore(data, "another"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("--data");
  }
}
