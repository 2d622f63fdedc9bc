package io.mindstream.decoder.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * NumPy's {@code .npy} files (format 1.0 to 3.0, as numpy.lib.format documents): numbers and truth
 * values of every width, either byte order, C or Fortran order; written as float32 in C order.
 *
 * <p>Our own, since the published JVM reader (org.jetbrains.bio:npy 0.3.5) takes neither Fortran
 * order nor half precision.
 */
public final class NpyFile {

  private static final int CHUNK = 1 << 16;
  private static final int HEADER_ALIGNMENT = 64;

  private NpyFile() {}

  /**
   * Reads a file.
   *
   * @throws UnusableArrayException where it is missing, cut short, not of numbers, or holds Python
   *     objects
   */
  public static DoubleArray read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new UnusableArrayException(file + " cannot be read: " + e, e);
    }
  }

  /**
   * Reads an array from a stream.
   *
   * @param name names the stream in errors
   * @throws UnusableArrayException where it is cut short, not of numbers, or holds Python objects
   */
  public static DoubleArray read(InputStream in, String name) throws IOException {
    return read(in, name, header -> true, "");
  }

  /**
   * Reads truth values from a stream, in C order.
   *
   * @param name names the stream in errors
   * @throws UnusableArrayException where it holds anything else
   */
  public static boolean[] readMask(InputStream in, String name) throws IOException {
    double[] values = read(in, name, NpyHeader::bool, "is no mask of truth values").values();
    boolean[] mask = new boolean[values.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = values[i] != 0;
    }
    return mask;
  }

  private static DoubleArray read(
      InputStream in, String name, Predicate<NpyHeader> wanted, String otherwise)
      throws IOException {
    try {
      NpyHeader header = NpyHeader.read(in);
      if (!wanted.test(header)) {
        throw new UnusableArrayException(otherwise);
      }
      return new DoubleArray(header.cOrder(elements(in, header)), header.shape());
    } catch (UnusableArrayException e) {
      throw new UnusableArrayException(name + ": " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new UnusableArrayException(name + " is cut short; copy it again", e);
    }
  }

  private static double[] elements(InputStream in, NpyHeader header) throws IOException {
    int bytes = Math.toIntExact(header.count() * header.type().bytes());
    byte[] data = in.readNBytes(bytes);
    if (data.length < bytes) {
      throw new EOFException();
    }
    ByteBuffer buffer = ByteBuffer.wrap(data).order(header.order());
    double[] values = new double[(int) header.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = header.type().read(buffer);
    }
    return values;
  }

  /**
   * Writes float32 in C order; an existing file is replaced.
   *
   * @param data elements, last axis fastest
   * @param shape sizes of the axes, outermost first; their product is the data's length
   * @throws IOException where the file cannot be written
   */
  public static void write(Path file, float[] data, long... shape) throws IOException {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != data.length) {
      throw new IllegalArgumentException(
          data.length + " elements do not fill " + Arrays.toString(shape));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header(shape));
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
      for (float value : data) {
        chunk.putFloat(value);
        if (!chunk.hasRemaining()) {
          out.write(chunk.array());
          chunk.clear();
        }
      }
      out.write(chunk.array(), 0, chunk.position());
    }
  }

  private static byte[] header(long... shape) {
    String sizes = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
    int before = NpyHeader.MAGIC.length + 4;
    int length = -Math.floorDiv(-(before + text.length() + 1), HEADER_ALIGNMENT) * HEADER_ALIGNMENT;
    String padded = text + " ".repeat(length - before - text.length() - 1) + "\n";
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put(NpyHeader.MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length - before));
    return header.put(padded.getBytes(StandardCharsets.US_ASCII)).array();
  }
}
