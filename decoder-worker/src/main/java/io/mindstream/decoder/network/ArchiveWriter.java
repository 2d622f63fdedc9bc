package io.mindstream.decoder.network;

import io.mindstream.decoder.bundle.Weights;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive: a ZIP of stored entries below one folder. Tensors are streamed from
 * the bundle one at a time; beyond 4 GB {@link ZipOutputStream} writes ZIP64 by itself.
 */
public final class ArchiveWriter {

  /** An empty tuple, pickled: the archive has no constants. */
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  /** Operators as PyTorch 2 defines them. */
  private static final String OPERATOR_VERSION = "10\n";

  private final Path file;

  /**
   * Prepares to write an archive.
   *
   * @param file made, or replaced, by {@link #write}
   */
  public ArchiveWriter(Path file) {
    this.file = file;
  }

  /**
   * Writes the file.
   *
   * @param network modules and source text
   * @param weights tensors, float32
   * @param format what the tensors become
   */
  public void write(NetworkSource network, Weights weights, WeightFormat format)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      stream(out, network, weights, format);
    }
  }

  /** Writes what {@link #write} does to a stream, which stays open. */
  static void stream(OutputStream out, NetworkSource network, Weights weights, WeightFormat format)
      throws IOException {
    ArchivePickle pickle = new ArchivePickle(network.root(), weights, format);
    ZipOutputStream zip = new ZipOutputStream(out);
    entry(zip, "data.pkl", ByteBuffer.wrap(pickle.bytes()));
    for (Map.Entry<String, String> source : new TreeMap<>(network.sources()).entrySet()) {
      entry(zip, source.getKey(), utf8(source.getValue()));
    }
    entry(zip, "constants.pkl", ByteBuffer.wrap(NO_CONSTANTS));
    entry(zip, "version", utf8(OPERATOR_VERSION));
    tensors(zip, pickle.tensors(), weights, format);
    zip.finish();
  }

  private static void tensors(
      ZipOutputStream zip, List<String> keys, Weights weights, WeightFormat format)
      throws IOException {
    for (int number = 0; number < keys.size(); number++) {
      String key = keys.get(number);
      entry(zip, "data/" + number, FormatPlan.of(key, format).cast(weights.data(key)));
    }
  }

  private static void entry(ZipOutputStream zip, String name, ByteBuffer bytes) throws IOException {
    ZipEntry entry = new ZipEntry("network/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.remaining());
    entry.setCompressedSize(bytes.remaining());
    CRC32 crc = new CRC32();
    crc.update(bytes.duplicate());
    entry.setCrc(crc.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    Channels.newChannel(zip).write(bytes.duplicate());
    zip.closeEntry();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
