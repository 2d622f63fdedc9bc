package io.mindstream.decoder.array;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header of a {@code .npy} file: element type, byte order, axis order, shape. */
final class NpyHeader {

  /** What every file begins with. */
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int LONGEST = 1 << 16;
  private static final Pattern DESCR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*[bu]?['\"]([<>|=]?)(\\w+)['\"]");
  private static final Pattern FORTRAN =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d,\\sL]*)\\)");

  private final NpyType type;
  private final ByteOrder order;
  private final boolean fortran;
  private final long[] shape;

  private NpyHeader(String text) {
    Matcher descr = find(DESCR, text, "its element type is not a plain number");
    order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    type = type(descr.group(2));
    fortran = find(FORTRAN, text, "its header names no axis order").group(1).equals("True");
    shape = shape(find(SHAPE, text, "its header has no sound shape").group(1));
    count();
  }

  static NpyHeader read(InputStream in) throws IOException {
    byte[] start = require(in, MAGIC.length + 2);
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new UnusableArrayException("is not a NumPy .npy file");
    }
    int lengthBytes = start[MAGIC.length] == 1 ? 2 : 4;
    byte[] little = Arrays.copyOf(require(in, lengthBytes), 4);
    int length = ByteBuffer.wrap(little).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0 || length > LONGEST) {
      throw new UnusableArrayException("has an absurdly long header");
    }
    return new NpyHeader(new String(require(in, length), StandardCharsets.UTF_8));
  }

  private static byte[] require(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static Matcher find(Pattern pattern, String text, String problem) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new UnusableArrayException(problem);
    }
    return matcher;
  }

  private static NpyType type(String descr) {
    if (descr.startsWith("O")) {
      throw new UnusableArrayException(
          "holds pickled Python objects, which are never loaded; save it as an array of numbers");
    }
    return Arrays.stream(NpyType.values())
        .filter(type -> type.name().equals(descr.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableArrayException(
                    "has elements of type '" + descr + "', which are no numbers"));
  }

  private static long[] shape(String sizes) {
    try {
      return Pattern.compile(",")
          .splitAsStream(sizes)
          .map(size -> size.replace("L", "").strip())
          .filter(size -> !size.isEmpty())
          .mapToLong(Long::parseLong)
          .toArray();
    } catch (NumberFormatException e) {
      throw new UnusableArrayException("its header has no sound shape: (" + sizes + ")", e);
    }
  }

  NpyType type() {
    return type;
  }

  ByteOrder order() {
    return order;
  }

  boolean bool() {
    return type == NpyType.B1;
  }

  long[] shape() {
    return shape.clone();
  }

  /** Number of elements; they fit one Java array. */
  long count() {
    try {
      long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      Math.toIntExact(Math.multiplyExact(count, type.bytes()));
      return count;
    } catch (ArithmeticException e) {
      throw new UnusableArrayException("has more than 2 GiB of elements; split it", e);
    }
  }

  /** Elements as they were in the file, in C order. */
  double[] cOrder(double[] values) {
    if (!fortran || shape.length < 2 || values.length == 0) {
      return values;
    }
    double[] ordered = new double[values.length];
    int[] index = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      ordered[(int) cPosition(index)] = values[i];
      advance(index);
    }
    return ordered;
  }

  private long cPosition(int[] index) {
    long position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      position = position * shape[axis] + index[axis];
    }
    return position;
  }

  /** The first axis is the fastest. */
  private void advance(int[] index) {
    int axis = 0;
    while (axis < index.length && ++index[axis] == shape[axis]) {
      index[axis++] = 0;
    }
  }
}
