package io.mindstream.decoder.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small checkpoints as torch.save lays them out. */
final class CheckpointBytes {

  private CheckpointBytes() {}

  /** The zip form: a pickle and its storages. */
  static Path zip(Path file, PickleBytes pickle, Map<String, byte[]> storages) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "best/data.pkl", pickle.bytes());
      for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
        entry(zip, "best/data/" + storage.getKey(), storage.getValue());
      }
      entry(zip, "best/version", new byte[] {'3', '\n'});
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(stored(new ZipEntry(name), bytes));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** The entry, made ready for these bytes as they are. */
  static <E extends ZipEntry> E stored(E entry, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    return entry;
  }
}
