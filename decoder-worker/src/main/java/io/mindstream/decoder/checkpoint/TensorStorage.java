package io.mindstream.decoder.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where the storages of a checkpoint lie; each one's checksum is compared when it is first used.
 */
final class TensorStorage {

  private final CheckpointFile file;
  private final Map<String, FileSection> sections = new HashMap<>();
  private final Set<String> verified = new HashSet<>();

  TensorStorage(CheckpointFile file) {
    this.file = file;
  }

  void put(String key, FileSection section) {
    sections.put(key, section);
  }

  /**
   * Checks that a storage is there and long enough.
   *
   * @throws CheckpointException where not
   */
  void require(StorageReference storage) {
    FileSection section = sections.get(storage.key());
    CheckpointFile.require(
        section != null, "its tensor storage '" + storage.key() + "' is missing");
    CheckpointFile.require(
        section != null && storage.elements() <= section.size() / storage.type().bytes(),
        "its tensor storage '" + storage.key() + "' is shorter than its tensors. Copy it again.");
  }

  /**
   * Maps elements of a storage, little endian.
   *
   * @param begin first element, from the reference's own first
   */
  synchronized ByteBuffer map(StorageReference storage, long begin, long elements)
      throws IOException {
    require(storage);
    FileSection section = sections.get(storage.key());
    if (section == null) {
      throw new CheckpointException("its tensor storage '" + storage.key() + "' is missing");
    }
    if (verified.add(storage.key())) {
      file.verify(section, "its tensor storage '" + storage.key() + "'");
    }
    int bytes = storage.type().bytes();
    return file.bytes(
        section.offset() + (storage.begin() + begin) * bytes, Math.multiplyExact(elements, bytes));
  }
}
