package io.mindstream.imaging.nifti;

import io.mindstream.schemas.serde.Bytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a NIfTI-1 or NIfTI-2 file volume by volume, gzip where its name ends in {@code .gz}. The
 * transformation goes into the sform; units are mm and seconds. For one thread.
 */
public final class NiftiWriter implements AutoCloseable {

  private static final byte MM_AND_SECONDS = 2 | 8;
  private static final int SCANNER_ANATOMICAL = 1;

  private final Path file;
  private final NiftiHeader header;
  private final OutputStream out;
  private int done;

  private NiftiWriter(Path file, NiftiHeader header, OutputStream out) {
    this.file = file;
    this.header = header;
    this.out = out;
  }

  /**
   * Makes the file, or empties it, and writes the header.
   *
   * @param header its voxelOffset is ignored: voxels follow the header
   * @throws NiftiException where the file cannot be written
   */
  public static NiftiWriter create(Path file, NiftiHeader header) {
    try {
      OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
      OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
      out.write(header.version() == 1 ? nifti1(header) : nifti2(header));
      return new NiftiWriter(file, header, out);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Appends a volume.
   *
   * @param voxels in the header's type and byte order, x fastest; not changed
   * @throws IllegalArgumentException where their number differs from the header's
   */
  public void write(ByteBuffer voxels) {
    if (voxels.remaining() != header.volumeBytes() || done == header.volumes()) {
      throw new IllegalArgumentException(
          "the header says "
              + header.volumes()
              + " volumes of "
              + header.volumeBytes()
              + " bytes, got "
              + voxels.remaining()
              + " bytes for volume "
              + done);
    }
    byte[] bytes = Bytes.of(voxels);
    try {
      out.write(bytes);
      done++;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static byte[] nifti1(NiftiHeader header) {
    ByteBuffer b = ByteBuffer.allocate(HeaderFields.NIFTI1_BYTES + 4).order(header.order());
    b.putInt(0, HeaderFields.NIFTI1_BYTES);
    long[] dim = dim(header);
    double[] pixdim = pixdim(header);
    for (int i = 0; i < 8; i++) {
      b.putShort(40 + 2 * i, (short) dim[i]);
      b.putFloat(76 + 4 * i, (float) pixdim[i]);
    }
    b.putShort(70, (short) header.type().code());
    b.putShort(72, (short) (8 * header.type().bytes()));
    b.putFloat(108, b.capacity());
    b.putFloat(112, (float) header.slope());
    b.putFloat(116, (float) header.intercept());
    b.put(123, MM_AND_SECONDS);
    b.putShort(254, (short) SCANNER_ANATOMICAL);
    for (int i = 0; i < 12; i++) {
      b.putFloat(280 + 4 * i, header.affine().get(i).floatValue());
    }
    b.put(344, HeaderParser.NIFTI1_MAGIC);
    return b.array();
  }

  private static byte[] nifti2(NiftiHeader header) {
    ByteBuffer b = ByteBuffer.allocate(HeaderFields.NIFTI2_BYTES + 4).order(header.order());
    b.putInt(0, HeaderFields.NIFTI2_BYTES);
    b.put(4, HeaderParser.NIFTI2_MAGIC);
    b.putShort(12, (short) header.type().code());
    b.putShort(14, (short) (8 * header.type().bytes()));
    long[] dim = dim(header);
    double[] pixdim = pixdim(header);
    for (int i = 0; i < 8; i++) {
      b.putLong(16 + 8 * i, dim[i]);
      b.putDouble(104 + 8 * i, pixdim[i]);
    }
    b.putLong(168, b.capacity());
    b.putDouble(176, header.slope());
    b.putDouble(184, header.intercept());
    b.putInt(348, SCANNER_ANATOMICAL);
    for (int i = 0; i < 12; i++) {
      b.putDouble(400 + 8 * i, header.affine().get(i));
    }
    b.putInt(500, MM_AND_SECONDS);
    return b.array();
  }

  private static long[] dim(NiftiHeader header) {
    return new long[] {
      header.volumes() > 1 ? 4 : 3,
      header.shape().nx(),
      header.shape().ny(),
      header.shape().nz(),
      header.volumes(),
      1,
      1,
      1
    };
  }

  private static double[] pixdim(NiftiHeader header) {
    return new double[] {
      1,
      header.voxelSizeMm().get(0),
      header.voxelSizeMm().get(1),
      header.voxelSizeMm().get(2),
      header.repetitionTimeSeconds().orElse(0),
      0,
      0,
      0
    };
  }

  private static NiftiException unwritable(Path file, IOException e) {
    return new NiftiException(
        file, "file", "cannot be written (" + e.getMessage() + "); check folder and disk", e);
  }
}
