package io.mindstream.standalone.store;

import io.mindstream.service.NewestEntries;
import io.mindstream.storage.ForwardingObjectStore;
import io.mindstream.storage.ObjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * An object store that remembers when each of the newest objects was written. S3 itself tells whole
 * seconds only.
 */
final class TimedObjectStore extends ForwardingObjectStore {

  private static final int KEPT = 20_000;

  private final Map<String, Instant> writtenAt =
      Collections.synchronizedMap(NewestEntries.byPut(KEPT));

  TimedObjectStore(ObjectStore store) {
    super(store);
  }

  /** When an object was first written by this process, where it was. */
  Optional<Instant> writtenAt(String key) {
    return Optional.ofNullable(writtenAt.get(key));
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    super.put(key, content, contentType);
    writtenAt.putIfAbsent(key, Instant.now());
  }

  @Override
  public void put(String key, Path file, String contentType) {
    super.put(key, file, contentType);
    writtenAt.putIfAbsent(key, Instant.now());
  }
}
