package io.mindstream.sink;

import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

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
  public List<String> list(String prefix) {
    answer();
    return objects.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toList());
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
