package io.mindstream.sink.recorder;

import io.mindstream.storage.ForwardingObjectStore;
import io.mindstream.storage.ObjectStore;
import java.nio.file.Path;
import java.util.Random;

/** The real store, at which the program ends at random: before an object is written, or after. */
final class BreakingStore extends ForwardingObjectStore {

  private final Random random;
  private int left;

  /** Ends at one of the next so many writes. */
  BreakingStore(ObjectStore store, Random random, int writes) {
    super(store);
    this.random = random;
    this.left = random.nextInt(writes);
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    write(() -> super.put(key, content, contentType));
  }

  @Override
  public void put(String key, Path file, String contentType) {
    write(() -> super.put(key, file, contentType));
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
}
