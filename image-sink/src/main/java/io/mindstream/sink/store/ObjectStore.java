package io.mindstream.sink.store;

import java.util.Optional;

/** Keeps objects under keys. Writing a key again replaces the object. */
public interface ObjectStore extends AutoCloseable {

  /**
   * Writes an object; it is durable on return.
   *
   * @throws StoreUnavailableException where the store does not take it; worth another try
   */
  void put(String key, byte[] content, String contentType);

  /**
   * Reads an object.
   *
   * @return its bytes, or empty where there is none
   * @throws StoreUnavailableException where the store does not answer
   */
  Optional<byte[]> get(String key);

  /** Where the objects are, for people. */
  String address();

  @Override
  void close();
}
