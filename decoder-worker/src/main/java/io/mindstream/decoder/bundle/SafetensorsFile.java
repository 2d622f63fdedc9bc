package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Set;

/** A safetensors file, mapped tensor by tensor, so that the file may be larger than 2 GiB. */
final class SafetensorsFile implements Weights, AutoCloseable {

  /** The file's name in a bundle. */
  static final String FILE = "weights.safetensors";

  /** Bytes of the number that gives the header's length. */
  static final int PREFIX = 8;

  private static final long LARGEST_HEADER = 100_000_000;

  private final Path file;
  private final FileChannel channel;
  private final SafetensorsHeader header;
  private final long dataBegin;

  private SafetensorsFile(
      Path file, FileChannel channel, SafetensorsHeader header, long dataBegin) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.dataBegin = dataBegin;
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws BundleException where it is missing, unreadable or unsound
   */
  static SafetensorsFile open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return open(file, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BundleException(file + " cannot be read: " + e, e);
    }
  }

  private static SafetensorsFile open(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    long length = size < PREFIX ? -1 : read(channel, 0, PREFIX).getLong();
    if (length < 2 || length > Math.min(size - PREFIX, LARGEST_HEADER)) {
      throw new BundleException(file + " is not a safetensors file, or is cut short");
    }
    byte[] json = read(channel, PREFIX, (int) length).array();
    long dataBegin = PREFIX + length;
    try {
      SafetensorsHeader header = SafetensorsHeader.parse(json, size - dataBegin);
      return new SafetensorsFile(file, channel, header, dataBegin);
    } catch (BundleException e) {
      throw new BundleException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {}
    return bytes.rewind();
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(header.tensors().keySet());
  }

  @Override
  public TensorSpec spec(String name) {
    return entry(name).spec();
  }

  @Override
  public ByteBuffer data(String name) {
    SafetensorsHeader.Entry entry = entry(name);
    try {
      ByteBuffer stored =
          channel
              .map(FileChannel.MapMode.READ_ONLY, dataBegin + entry.begin(), entry.bytes())
              .order(ByteOrder.LITTLE_ENDIAN);
      return entry.spec().dtype() == ElementType.FLOAT32 ? stored : widened(stored, entry.spec());
    } catch (IOException e) {
      throw new BundleException(file + ": tensor '" + name + "' cannot be mapped: " + e, e);
    }
  }

  private static ByteBuffer widened(ByteBuffer stored, TensorSpec spec) {
    int bytes = spec.dtype().bytes();
    ByteBuffer floats =
        ByteBuffer.allocate(stored.limit() / bytes * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < stored.limit(); at += bytes) {
      floats.putFloat(spec.dtype().toFloat(stored, at));
    }
    return floats.flip().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private SafetensorsHeader.Entry entry(String name) {
    SafetensorsHeader.Entry entry = header.tensors().get(name);
    if (entry == null) {
      throw new BundleException(file + " has no tensor '" + name + "'");
    }
    return entry;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new BundleException(file + " cannot be closed: " + e, e);
    }
  }
}
