package io.mindstream.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Keeps objects under keys. Writing a key again replaces the object. Any thread may use it. */
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

  /**
   * Writes a file as an object; it is durable on return.
   *
   * @throws StoreUnavailableException where the store does not take it; worth another try
   * @throws UncheckedIOException where the file cannot be read
   */
  default void put(String key, Path file, String contentType) {
    try {
      put(key, Files.readAllBytes(file), contentType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens an object that may be too large for memory; the caller closes it.
   *
   * @return its bytes, or empty where there is none
   * @throws StoreUnavailableException where the store does not answer
   */
  default Optional<InputStream> open(String key) {
    return get(key).map(ByteArrayInputStream::new);
  }

  /**
   * All objects whose keys begin with a prefix.
   *
   * @return in the order of their keys' UTF-8 bytes
   * @throws StoreUnavailableException where the store does not answer
   */
  List<StoredObject> objects(String prefix);

  /**
   * The keys of all objects that begin with a prefix, as {@link #objects}.
   *
   * @throws StoreUnavailableException where the store does not answer
   */
  default List<String> list(String prefix) {
    return objects(prefix).stream().map(StoredObject::key).toList();
  }

  /**
   * The folders right below a folder.
   *
   * @param folder empty, or ends with a slash
   * @return prefixes that end with a slash, in the order of their UTF-8 bytes
   * @throws StoreUnavailableException where the store does not answer
   */
  List<String> folders(String folder);

  /** Where the objects are, for people. */
  String address();

  @Override
  void close();
}
