package io.mindstream.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** S3Proxy, the server of {@code standalone}. */
class S3ProxyTest extends S3ServerContract {

  @TempDir static Path folder;
  private static S3Server server;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  StoreSettings server(String bucket) {
    return StoreSettings.of(server.endpoint(), bucket, "local", "local");
  }
}
