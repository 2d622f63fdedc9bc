package io.mindstream.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ObjectStoreTest {

  @TempDir Path folder;
  private S3Server server;
  private S3ObjectStore store;

  @BeforeEach
  void start() throws Exception {
    server = new S3Server(folder);
    store = new S3ObjectStore(server.settings());
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
    server.close();
  }

  @Test
  void shouldMakeTheBucketOnTheFirstWrite() {
    store.put("a/b.txt", new byte[] {1}, "text/plain");
    assertThat(folder.resolve("mindstream")).isDirectory();
  }

  @Test
  void shouldSayWhichStoreIsDownAndWhatToSet() throws Exception {
    server.stop();
    assertThatThrownBy(() -> store.put("a", new byte[] {1}, "text/plain"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(store.address())
        .hasMessageContaining("mindstream.sink.s3.endpoint");
    server.start();
  }
}
