package io.mindstream.decoder.cli;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.array.UnusableArrayException;
import io.mindstream.decoder.model.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Arrays between {@code .npy} files and decoding, with their shapes checked. */
final class ArrayFiles {

  /** Stands for an axis of any size. */
  static final long ANY = -1;

  private ArrayFiles() {}

  /**
   * Reads floats.
   *
   * @param file any numbers
   * @param axes the axes in words, for the error: {@code (trials, 77, 512)}
   * @param shape what each axis must be, {@link #ANY} where it is free
   * @throws UnusableArrayException where the file has another shape
   */
  static FloatArray read(Path file, String axes, long... shape) {
    DoubleArray array = NpyFile.read(file);
    long[] given = array.shape();
    boolean fits =
        given.length == shape.length
            && IntStream.range(0, shape.length)
                .allMatch(axis -> shape[axis] == ANY || shape[axis] == given[axis]);
    if (!fits || array.values().length == 0) {
      throw new UnusableArrayException(
          "%s has the shape %s; it must be %s, here %s"
              .formatted(file, Arrays.toString(given), axes, wanted(shape)));
    }
    return new FloatArray(given, array.floats());
  }

  /**
   * Checks that latents can be halved as often as the UNet does.
   *
   * @param latents (B, C, h, w)
   * @throws UnusableArrayException where h or w is no such multiple
   */
  static void requireUnetSize(Path file, FloatArray latents, Architecture.Unet unet) {
    int multiple = 1 << (unet.channelMultiples().size() - 1);
    long height = latents.shape()[2];
    long width = latents.shape()[3];
    if (height % multiple != 0 || width % multiple != 0) {
      throw new UnusableArrayException(
          "%s: latents of %d x %d do not suit this UNet; height and width must be multiples of %d"
              .formatted(file, height, width, multiple));
    }
  }

  /** Reads whole numbers (B). */
  static long[] readTimesteps(Path file, long most) {
    DoubleArray array = NpyFile.read(file);
    for (double t : array.values()) {
      if (t != Math.rint(t) || t < 0 || t > most) {
        throw new UnusableArrayException(
            "%s holds %s; timesteps are whole numbers from 0 to %d".formatted(file, t, most));
      }
    }
    return Arrays.stream(array.values()).mapToLong(t -> (long) t).toArray();
  }

  /** Writes floats. */
  static void write(Path file, FloatArray array) throws IOException {
    NpyFile.write(file, array.values(), array.shape());
  }

  private static String wanted(long... shape) {
    return Arrays.stream(shape)
        .mapToObj(size -> size == ANY ? "any" : Long.toString(size))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
