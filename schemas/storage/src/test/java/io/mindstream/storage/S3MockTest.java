package io.mindstream.storage;

import com.adobe.testing.s3mock.S3MockApplication;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Adobe's S3 server, written by others for other clients. */
class S3MockTest extends S3ServerContract {

  @TempDir static Path folder;
  private static S3MockApplication server;

  @BeforeAll
  static void start() {
    server =
        S3MockApplication.start(
            new HashMap<>(
                Map.of(
                    S3MockApplication.PROP_HTTP_PORT,
                    S3MockApplication.RANDOM_PORT,
                    S3MockApplication.PROP_HTTPS_PORT,
                    S3MockApplication.RANDOM_PORT,
                    S3MockApplication.PROP_ROOT_DIRECTORY,
                    folder.toString(),
                    S3MockApplication.PROP_SILENT,
                    true)));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Override
  StoreSettings server(String bucket) {
    return StoreSettings.of("http://127.0.0.1:" + server.getHttpPort(), bucket, "any", "any");
  }
}
