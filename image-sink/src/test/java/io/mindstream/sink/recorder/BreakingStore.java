package io.mindstream.sink.recorder;

import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoredObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The real store, at which the program ends at random: before an object is written, or after. */
final class BreakingStore implements ObjectStore {

  private final ObjectStore store;
  private final Random random;
  private int left;

  /** Ends at one of the next so many writes. */
  BreakingStore(ObjectStore store, Random random, int writes) {
    this.store = store;
    this.random = random;
    this.left = random.nextInt(writes);
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    write(() -> store.put(key, content, contentType));
  }

  @Override
  public void put(String key, Path file, String contentType) {
    write(() -> store.put(key, file, contentType));
  }

  private void write(Runnable write) {
    boolean last = left-- <= 0;
    if (last && random.nextBoolean()) {
      throw new IllegalStateException("the end, before the write");
    }
    write.run();
    if (last) {
      throw new IllegalStateException("the end, after the write");
    }
  }

  @Override
  public Optional<byte[]> get(String key) {
    return store.get(key);
  }

  @Override
  public List<StoredObject> objects(String prefix) {
    return store.objects(prefix);
  }

  @Override
  public List<String> folders(String folder) {
    return store.folders(folder);
  }

  @Override
  public String address() {
    return store.address();
  }

  @Override
  public void close() {
    store.close();
  }
}
