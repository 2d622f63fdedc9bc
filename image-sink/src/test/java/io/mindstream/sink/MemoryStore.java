package io.mindstream.sink;

import io.mindstream.schemas.checksum.Sha256;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoreUnavailableException;
import io.mindstream.storage.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Objects in memory, a note of each that was read, and a switch that takes the store away. */
public final class MemoryStore implements ObjectStore {

  public final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  public final List<String> read = new ArrayList<>();
  private boolean away;

  public void goAway(boolean now) {
    away = now;
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    answer();
    objects.put(key, content);
  }

  @Override
  public Optional<byte[]> get(String key) {
    answer();
    read.add(key);
    return Optional.ofNullable(objects.get(key));
  }

  @Override
  public List<StoredObject> objects(String prefix) {
    answer();
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(
            entry ->
                new StoredObject(
                    entry.getKey(), entry.getValue().length, Sha256.hex(entry.getValue())))
        .toList();
  }

  @Override
  public List<String> folders(String folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String address() {
    return "memory";
  }

  @Override
  public void close() {}

  private void answer() {
    if (away) {
      throw new StoreUnavailableException("the store is away; start it", new Exception());
    }
  }
}
