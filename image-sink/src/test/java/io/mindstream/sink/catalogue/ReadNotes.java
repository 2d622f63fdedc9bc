package io.mindstream.sink.catalogue;

import io.mindstream.storage.ForwardingObjectStore;
import io.mindstream.storage.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store, and a note of each object that was read from it. */
final class ReadNotes extends ForwardingObjectStore {

  private final List<String> read = new CopyOnWriteArrayList<>();

  ReadNotes(ObjectStore store) {
    super(store);
  }

  /** The keys that were read, in order. */
  List<String> read() {
    return read;
  }

  void forget() {
    read.clear();
  }

  @Override
  public Optional<byte[]> get(String key) {
    read.add(key);
    return super.get(key);
  }
}
