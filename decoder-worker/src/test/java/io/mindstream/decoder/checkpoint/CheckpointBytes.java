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
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
