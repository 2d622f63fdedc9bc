package io.mindstream.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do for us. */
abstract class ObjectStoreContract {

  private static int buckets;

  private ObjectStore store;

  /** A store with nothing in it. */
  abstract ObjectStore empty(String bucket) throws Exception;

  @BeforeEach
  final void open() throws Exception {
    store = empty("bucket-" + buckets++);
  }

  @AfterEach
  final void close() {
    store.close();
  }

  /** The store of this test. */
  final ObjectStore store() {
    return store;
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
}
