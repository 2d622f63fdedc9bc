package io.mindstream.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every S3 server must do for us. */
abstract class S3ServerContract extends ObjectStoreContract {

  private StoreSettings settings = StoreSettings.of("", "none", "", "");

  /** A running server, with a bucket that is not there yet. */
  abstract StoreSettings server(String bucket);

  @Override
  final ObjectStore empty(String bucket) {
    settings = server(bucket);
    return new S3ObjectStore(settings);
  }

  @Test
  void shouldFindNothingWhereThereIsNoBucket() {
    assertThat(store().get("a")).isEmpty();
  }

  @Test
  void shouldListNothingWhereThereIsNoBucket() {
    assertThat(store().list("a")).isEmpty();
  }

  @Test
  void shouldKeepEverythingBelowItsPrefix() {
    try (S3ObjectStore within = new S3ObjectStore(prefixed("lab-2/"))) {
      within.put("a/b", new byte[] {1}, "x/y");
      assertThat(within.list("a/")).containsExactly("a/b");
      assertThat(store().list("")).containsExactly("lab-2/a/b");
    }
  }

  private StoreSettings prefixed(String prefix) {
    return new StoreSettings(
        settings.endpoint(),
        settings.region(),
        settings.bucket(),
        prefix,
        settings.accessKey(),
        settings.secretKey(),
        settings.pathStyle(),
        "AES256",
        settings.attempts());
  }
}
