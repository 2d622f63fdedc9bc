package io.mindstream.decoder.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of PyTorch before 1.6: pickles of a magic number, a protocol number, the writer's system,
 * the content and the storages' keys, one after the other, then each storage as a count (8 bytes)
 * and its elements.
 */
final class LegacyFormat {

  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long PROTOCOL = 1001;
  private static final long LARGEST_PICKLES = 1 << 23;

  private final CheckpointFile file;
  private final TensorStorage storage;
  private final Map<String, StorageReference> references = new HashMap<>();

  private LegacyFormat(CheckpointFile file) {
    this.file = file;
    this.storage = new TensorStorage(file);
  }

  static Object read(CheckpointFile file) throws IOException {
    return new LegacyFormat(file).read();
  }

  private Object read() throws IOException {
    ByteBuffer bytes = file.bytes(0, Math.min(file.size(), LARGEST_PICKLES));
    PickleInput in = new PickleInput(bytes);
    CheckpointFile.require(
        MAGIC.equals(next(in)) && Long.valueOf(PROTOCOL).equals(next(in)),
        "it is a pickle, but not one that torch.save wrote");
    next(in); // the writer's byte order and type sizes; only little-endian machines wrote these
    Object content = next(in);
    Object keys = next(in);
    CheckpointFile.require(keys instanceof List<?>, "its list of storages is missing");
    long at = bytes.position();
    for (Object key : (List<?>) keys) {
      at = locate(TorchObjects.key(key), at);
    }
    references.values().forEach(storage::require);
    return content;
  }

  private Object next(PickleInput in) {
    TorchObjects objects = new TorchObjects(storage, seen -> references.put(seen.key(), seen));
    return new PickleReader(in, objects).read();
  }

  private long locate(String key, long at) throws IOException {
    StorageReference reference = references.get(key);
    if (reference == null) {
      throw new CheckpointException("it holds a storage '" + key + "' that no tensor uses");
    }
    long elements = file.bytes(at, Long.BYTES).getLong(0);
    CheckpointFile.require(
        elements >= 0 && elements <= file.size(), "its storage '" + key + "' has an absurd size");
    FileSection section = new FileSection(at + Long.BYTES, elements * reference.type().bytes(), 0);
    file.requireInside(section);
    storage.put(key, section);
    return section.offset() + section.size();
  }
}
