package io.mindstream.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Hands everything on to another store; what is to be otherwise is overridden. */
public abstract class ForwardingObjectStore implements ObjectStore {

  private final ObjectStore store;

  /** In front of a store, which is closed with this one. */
  protected ForwardingObjectStore(ObjectStore store) {
    this.store = store;
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    store.put(key, content, contentType);
  }

  @Override
  public void put(String key, Path file, String contentType) {
    store.put(key, file, contentType);
  }

  @Override
  public Optional<byte[]> get(String key) {
    return store.get(key);
  }

  @Override
  public Optional<InputStream> open(String key) {
    return store.open(key);
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
