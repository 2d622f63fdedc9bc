package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.ElementType;
import io.mindstream.schemas.checksum.Sha256;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;

/** Writes a safetensors file tensor by tensor: no more than a buffer of it is ever on the heap. */
final class SafetensorsWriter {

  private static final int BUFFER = 1 << 20;

  private SafetensorsWriter() {}

  /**
   * Writes a file and waits until it is on the disk.
   *
   * @param shapes name to shape, in the order to write
   * @param type of all tensors
   * @return the file's SHA-256, lower-case hexadecimal
   */
  static String write(
      Path file,
      Map<String, long[]> shapes,
      ElementType type,
      TensorSource source,
      WriteListener listener)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    SafetensorsHeader header = SafetensorsHeader.of(shapes, type);
    try (FileOutputStream raw = new FileOutputStream(file.toFile());
        OutputStream out = new BufferedOutputStream(new DigestOutputStream(raw, digest), BUFFER)) {
      writeHeader(out, header.json());
      writeTensors(out, header, source, listener);
      out.flush();
      raw.getFD().sync();
    }
    return Sha256.hex(digest);
  }

  private static void writeHeader(OutputStream out, byte[] json) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(SafetensorsFile.PREFIX).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(json.length).array());
    out.write(json);
  }

  private static void writeTensors(
      OutputStream out, SafetensorsHeader header, TensorSource source, WriteListener listener)
      throws IOException {
    long total = header.tensors().values().stream().mapToLong(SafetensorsHeader.Entry::bytes).sum();
    CountingStream counting = new CountingStream(out);
    for (Map.Entry<String, SafetensorsHeader.Entry> tensor : header.tensors().entrySet()) {
      source.write(tensor.getKey(), counting);
      if (counting.written() != tensor.getValue().end()) {
        throw new BundleException(
            "tensor '" + tensor.getKey() + "' was given with another size than its shape");
      }
      listener.wrote(counting.written(), total);
    }
  }
}
