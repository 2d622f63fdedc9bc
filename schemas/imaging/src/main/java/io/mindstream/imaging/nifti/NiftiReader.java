package io.mindstream.imaging.nifti;

import io.mindstream.imaging.file.FileContent;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/**
 * Reads a NIfTI-1 or NIfTI-2 file, plain or gzip, one volume after the other. One volume at most is
 * held in memory, at most 16 MiB.
 *
 * <p>Source of the format: nifti1.h and nifti2.h of the NIfTI working group. Pairs of .hdr and .img
 * are refused. For one thread.
 */
public final class NiftiReader implements Iterator<VolumeData>, AutoCloseable {

  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path file;
  private final InputStream in;
  private final NiftiHeader header;
  private int done;

  private NiftiReader(Path file, InputStream in, NiftiHeader header) {
    this.file = file;
    this.in = in;
    this.header = header;
  }

  /**
   * Opens a file and reads its header. The dimensions are checked against the file's size where it
   * is not compressed.
   *
   * @throws NiftiException where the header cannot be used
   */
  public static NiftiReader open(Path file) {
    requireContent(file);
    InputStream in = stream(file);
    try {
      HeaderParser parser = new HeaderParser(file);
      byte[] first = read(file, in, 4, "sizeof_hdr");
      int length = parser.headerBytes(first);
      byte[] rest = read(file, in, length - first.length, "header");
      NiftiHeader header = parser.parse(ByteBuffer.allocate(length).put(first).put(rest).array());
      requireWhole(file, in, header);
      skip(file, in, header.voxelOffset() - length);
      return new NiftiReader(file, in, header);
    } catch (RuntimeException e) {
      closeAfter(e, in);
      throw e;
    }
  }

  /**
   * Reads a compressed file to its end and checks what gzip recorded of it. Its checksum is of the
   * whole file and comes last, so that only a pass of its own can tell before the first volume
   * counts; it costs the time of unpacking once more, and no memory.
   *
   * @return what the header says
   * @throws NiftiException where the file cannot be used, is cut short or damaged
   */
  public static NiftiHeader check(Path file) {
    try (NiftiReader reader = open(file)) {
      if (reader.in instanceof GZIPInputStream) {
        requireBytes(file, reader.header, reader.rest());
      }
      return reader.header;
    }
  }

  /** What the header says. */
  public NiftiHeader header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    return done < header.volumes();
  }

  /**
   * Reads the next volume. The last one is returned only where the whole file is sound: a
   * compressed file's checksum and length come last.
   *
   * @return voxels in a buffer that the caller owns
   * @throws NiftiException where the file breaks off or its checksum is wrong
   */
  @Override
  public VolumeData next() {
    if (!hasNext()) {
      throw new NoSuchElementException(file + " has " + header.volumes() + " volumes");
    }
    ByteBuffer voxels =
        ByteBuffer.allocate((int) header.storedVolumeBytes()).order(ByteOrder.LITTLE_ENDIAN);
    VoxelConversion conversion = new VoxelConversion(header);
    String field = "volume " + done + " of " + header.volumes();
    for (long left = header.volumeBytes(); left > 0; ) {
      int bytes = (int) Math.min(left, CHUNK_BYTES);
      conversion.convert(ByteBuffer.wrap(read(file, in, bytes, field)), voxels);
      left -= bytes;
    }
    done++;
    if (!hasNext()) {
      rest();
    }
    return conversion.volume(voxels.flip());
  }

  /** Reads what is left; the bytes of it. */
  private long rest() {
    try {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw broken(file, "gzip checksum and length", e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new NiftiException(file, "file", "cannot be closed (" + e.getMessage() + ")", e);
    }
  }

  private static InputStream stream(Path file) {
    try {
      InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK_BYTES);
      raw.mark(2);
      int magic = raw.read() << 8 | raw.read();
      raw.reset();
      return magic == GZIP_MAGIC ? new GZIPInputStream(raw, CHUNK_BYTES) : raw;
    } catch (NoSuchFileException e) {
      throw new NiftiException(file, "file", "not found; check the path", e);
    } catch (IOException e) {
      throw new NiftiException(file, "file", "cannot be opened (" + e.getMessage() + ")", e);
    }
  }

  private static void requireContent(Path file) {
    FileContent.missing(file)
        .ifPresent(
            problem -> {
              throw new NiftiException(file, "file", problem);
            });
  }

  private static byte[] read(Path file, InputStream in, int bytes, String field) {
    try {
      byte[] read = in.readNBytes(bytes);
      if (read.length < bytes) {
        throw new EOFException();
      }
      return read;
    } catch (IOException e) {
      throw broken(file, field, e);
    }
  }

  private static void skip(Path file, InputStream in, long bytes) {
    try {
      in.skipNBytes(bytes);
    } catch (IOException e) {
      throw broken(file, "vox_offset", e);
    }
  }

  private static NiftiException broken(Path file, String field, IOException e) {
    return new NiftiException(
        file,
        field,
        "truncated or damaged ("
            + (e instanceof EOFException ? "the file ends early" : e.getMessage())
            + "); copy or download the file again",
        e);
  }

  private static void requireWhole(Path file, InputStream in, NiftiHeader header) {
    if (!(in instanceof GZIPInputStream)) { // Of those only reading tells.
      requireBytes(file, header, size(file) - header.voxelOffset());
    }
  }

  private static void requireBytes(Path file, NiftiHeader header, long present) {
    double needed = (double) header.volumeBytes() * header.volumes();
    boolean more = present - needed >= header.volumeBytes(); // less is padding
    if (needed > present || more) {
      throw new NiftiException(
          file,
          "dim",
          String.format(
              "%s x %d volumes of %s need %.0f bytes, the file has %d: it is %s or its"
                  + " header is wrong; copy or convert it again",
              header.shape(),
              header.volumes(),
              header.type(),
              needed,
              Math.max(0, present),
              more ? "longer than the header says" : "truncated"));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new NiftiException(file, "file", "has no size (" + e.getMessage() + ")", e);
    }
  }

  private static void closeAfter(RuntimeException failure, InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
