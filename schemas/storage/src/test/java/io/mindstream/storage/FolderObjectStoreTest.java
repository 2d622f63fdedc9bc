package io.mindstream.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects as files of a data folder. */
class FolderObjectStoreTest {

  @TempDir Path data;

  @BeforeEach
  void makeBucket() throws IOException {
    Files.createDirectories(data.resolve("objects/mindstream"));
  }

  @Test
  void shouldReadWhatItWrote() {
    try (ObjectStore store = new FolderObjectStore(data, "mindstream")) {
      store.put("a/b.txt", new byte[] {1, 2}, "text/plain");
      assertThat(store.get("a/b.txt")).hasValue(new byte[] {1, 2});
    }
  }

  @Test
  void shouldLeaveNothingElseBehind() throws IOException {
    try (ObjectStore store = new FolderObjectStore(data, "mindstream")) {
      store.put("b.txt", new byte[] {1}, "text/plain");
    }
    try (var files = Files.walk(data.resolve("objects"))) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactly(data.resolve("objects/mindstream/b.txt"));
    }
  }

  @Test
  void shouldSayWhereItCannotWrite() throws IOException {
    Files.createFile(data.resolve("objects/mindstream/a"));
    try (ObjectStore store = new FolderObjectStore(data, "mindstream")) {
      assertThatThrownBy(() -> store.put("a/b.txt", new byte[] {1}, "text/plain"))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("who may write it");
    }
  }
}
