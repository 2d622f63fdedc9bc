package io.mindstream.imaging.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A deflated data set in inflated form. How much it may grow is bounded. */
final class Inflated {

  private static final int GROWTH = 32;
  private static final int ALWAYS = 1 << 20;
  private static final int CHUNK = 8192;

  private Inflated() {}

  static ByteSource of(ByteSource source, long start) {
    byte[] packed = source.read(start, source.size() - start);
    long most = Math.min(Integer.MAX_VALUE - 8L, ALWAYS + (long) GROWTH * packed.length);
    Inflater inflater = new Inflater(true);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length);
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        out.write(chunk, 0, read);
        if (out.size() > most) {
          throw new DicomException(
              source.name(), "inflates to more than " + GROWTH + " times its size; refused");
        }
      }
      return new MemoryBytes(source.name(), out.toByteArray());
    } catch (IOException e) {
      throw new DicomException(
          source.name(), "cannot be inflated (" + e.getMessage() + "); send it again", e);
    } finally {
      inflater.end();
    }
  }
}
