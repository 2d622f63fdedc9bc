package io.mindstream.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every S3 server must do for us. */
abstract class ObjectStoreContract {

  private static int buckets;

  private StoreSettings settings;
  private S3ObjectStore store;

  /** A running server, with a bucket that is not there yet. */
  abstract StoreSettings server(String bucket);

  @BeforeEach
  void connect() {
    settings = server("bucket-" + buckets++);
    store = new S3ObjectStore(settings);
  }

  @AfterEach
  void disconnect() {
    store.close();
  }

  @Test
  void shouldReadWhatItWrote() {
    store.put("a/b.txt", new byte[] {1, 2, 3}, "text/plain");
    assertThat(store.get("a/b.txt")).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void shouldReplaceAnObject() {
    store.put("a", new byte[] {1}, "text/plain");
    store.put("a", new byte[] {2}, "text/plain");
    assertThat(store.get("a")).hasValue(new byte[] {2});
  }

  @Test
  void shouldFindNothingUnderAnUnknownKey() {
    store.put("a", new byte[] {1}, "text/plain");
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void shouldFindNothingWhereThereIsNoBucket() {
    assertThat(store.get("a")).isEmpty();
  }

  @Test
  void shouldListNothingWhereThereIsNoBucket() {
    assertThat(store.list("a")).isEmpty();
  }

  @Test
  void shouldListWhatLiesBelowAPrefix() {
    List.of("runs/a", "runs/b/c", "other").forEach(key -> store.put(key, new byte[] {1}, "x/y"));
    assertThat(store.list("runs/")).containsExactly("runs/a", "runs/b/c");
  }

  @Test
  void shouldListTheFoldersOfAFolderAlone() {
    List.of("runs/a", "runs/b/c", "runs/d/e/f")
        .forEach(key -> store.put(key, new byte[] {1}, "x/y"));
    assertThat(store.folders("runs/")).containsExactly("runs/b/", "runs/d/");
  }

  @Test
  void shouldListMoreThanOnePage() {
    List<String> keys = IntStream.range(0, 1_003).mapToObj("%04d"::formatted).toList();
    keys.forEach(key -> store.put(key, new byte[] {1}, "x/y"));
    assertThat(store.list("")).isEqualTo(keys);
  }

  @Test
  void shouldTellByItsTagThatAnObjectChanged() {
    store.put("a", new byte[] {1}, "x/y");
    String before = store.objects("a").get(0).tag();
    store.put("a", new byte[] {2}, "x/y");
    assertThat(store.objects("a").get(0).tag()).isNotEqualTo(before);
  }

  @Test
  void shouldKeepEverythingBelowItsPrefix() {
    try (S3ObjectStore within = new S3ObjectStore(prefixed("lab-2/"))) {
      within.put("a/b", new byte[] {1}, "x/y");
      assertThat(within.list("a/")).containsExactly("a/b");
      assertThat(store.list("")).containsExactly("lab-2/a/b");
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
