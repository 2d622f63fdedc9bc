package io.mindstream.standalone.store;

import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoredObject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object store that remembers when each of the newest objects was written. S3 itself tells whole
 * seconds only.
 */
final class TimedObjectStore implements ObjectStore {

  private static final int KEPT = 20_000;

  private final ObjectStore store;
  private final Map<String, Instant> writtenAt =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
              return size() > KEPT;
            }
          });

  TimedObjectStore(ObjectStore store) {
    this.store = store;
  }

  /** When an object was first written by this process, where it was. */
  Optional<Instant> writtenAt(String key) {
    return Optional.ofNullable(writtenAt.get(key));
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    store.put(key, content, contentType);
    writtenAt.putIfAbsent(key, Instant.now());
  }

  @Override
  public void put(String key, Path file, String contentType) {
    store.put(key, file, contentType);
    writtenAt.putIfAbsent(key, Instant.now());
  }

  @Override
  public Optional<InputStream> open(String key) {
    return store.open(key);
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
