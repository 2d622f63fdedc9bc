package io.mindstream.imaging.nifti;

import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.schemas.kafka.MessageLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Header bytes to a checked {@link NiftiHeader}. Reads nothing and allocates no voxels. */
final class HeaderParser {

  static final byte[] NIFTI2_MAGIC = {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'};
  static final byte[] NIFTI1_MAGIC = {'n', '+', '1', 0};
  private static final List<byte[]> PAIR_MAGICS =
      List.of(new byte[] {'n', 'i', '1', 0}, new byte[] {'n', 'i', '2', 0});

  private final Path file;

  HeaderParser(Path file) {
    this.file = file;
  }

  /**
   * How long the header is, from its first four bytes (sizeof_hdr).
   *
   * @throws NiftiException where they are not those of NIfTI
   */
  int headerBytes(byte[] first) {
    int size = ByteBuffer.wrap(first).getInt();
    if (isHeaderSize(size) || isHeaderSize(Integer.reverseBytes(size))) {
      return isHeaderSize(size) ? size : Integer.reverseBytes(size);
    }
    throw new NiftiException(
        file,
        "sizeof_hdr",
        "not a NIfTI file (348 or 540 expected, got "
            + Integer.reverseBytes(size)
            + "); give a .nii or .nii.gz file, for .img the pair has to be converted first");
  }

  /** The header in its 348 or 540 bytes. */
  NiftiHeader parse(byte[] bytes) {
    int size = ByteBuffer.wrap(bytes).getInt();
    ByteOrder order = isHeaderSize(size) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    if (bytes.length == HeaderFields.NIFTI1_BYTES) {
      requireMagic(Arrays.copyOfRange(bytes, 344, 348), NIFTI1_MAGIC);
      return check(1, order, HeaderFields.nifti1(buffer));
    }
    requireMagic(Arrays.copyOfRange(bytes, 4, 12), NIFTI2_MAGIC);
    return check(2, order, HeaderFields.nifti2(buffer));
  }

  private static boolean isHeaderSize(int size) {
    return size == HeaderFields.NIFTI1_BYTES || size == HeaderFields.NIFTI2_BYTES;
  }

  private void requireMagic(byte[] found, byte[] expected) {
    if (Arrays.equals(found, expected)) {
      return;
    }
    byte[] start = Arrays.copyOf(found, 4);
    if (PAIR_MAGICS.stream().anyMatch(pair -> Arrays.equals(pair, start))) {
      throw new NiftiException(
          file,
          "magic",
          "this is the header of a .hdr/.img pair; convert the pair to one .nii file"
              + " (for example: nib-convert FILE.hdr FILE.nii)");
    }
    throw new NiftiException(
        file, "magic", "not a NIfTI file: its header lacks n+1 or n+2; convert it to NIfTI first");
  }

  private NiftiHeader check(int version, ByteOrder order, HeaderFields fields) {
    NiftiType type =
        NiftiType.of(fields.datatype())
            .orElseThrow(() -> problem("datatype", unsupported(fields.datatype())));
    boolean scaled = fields.sclSlope() != 0 && Double.isFinite(fields.sclSlope());
    boolean shifted = scaled && Double.isFinite(fields.sclInter());
    NiftiHeader header =
        new NiftiHeader(
            version,
            order,
            shape(fields.dim()),
            volumes(fields.dim()),
            type,
            scaled ? fields.sclSlope() : 1,
            shifted ? fields.sclInter() : 0,
            GridPlacement.voxelSizeMm(fields),
            GridPlacement.affine(fields),
            GridPlacement.placed(fields),
            HeaderTime.of(fields),
            voxelOffset(version, fields.voxOffset()));
    requireRecordSize(header);
    return header;
  }

  private VolumeShape shape(long[] dim) {
    if (dim[0] < 1 || dim[0] > 7) {
      throw problem("dim[0]", "1 to 7 dimensions expected, got " + dim[0] + "; the file is broken");
    }
    for (int axis = 5; axis <= dim[0]; axis++) {
      if (dim[axis] > 1) {
        throw problem(
            "dim[" + axis + "]",
            "a BOLD series has four dimensions, this one goes on with "
                + dim[axis]
                + "; split it into one file a series");
      }
    }
    try {
      return new VolumeShape(size(dim, 1), size(dim, 2), size(dim, 3));
    } catch (IllegalArgumentException e) {
      throw new NiftiException(file, "dim[1..3]", e.getMessage() + "; the file is broken", e);
    }
  }

  private int volumes(long[] dim) {
    return size(dim, 4);
  }

  /** Axes that the file does not have count as one voxel. */
  private int size(long[] dim, int axis) {
    if (dim[0] < axis) {
      return 1;
    }
    if (dim[axis] < 1 || dim[axis] > Integer.MAX_VALUE) {
      throw problem(
          "dim[" + axis + "]", "must be 1 or more, got " + dim[axis] + "; the file is broken");
    }
    return (int) dim[axis];
  }

  private long voxelOffset(int version, double offset) {
    long headerEnd = version == 1 ? 352 : 544; // The header and its four extension bytes.
    if (offset == 0) {
      return headerEnd;
    }
    if (!(offset >= headerEnd - 4) || offset > Long.MAX_VALUE / 2.0) {
      throw problem(
          "vox_offset",
          "must be " + headerEnd + " or more, got " + offset + "; the file is broken");
    }
    return (long) offset;
  }

  private void requireRecordSize(NiftiHeader header) {
    if (header.storedVolumeBytes() > MessageLimits.MAX_VOLUME_BYTES) {
      throw problem(
          "dim[1..3]",
          "a volume of "
              + header.shape()
              + " "
              + header.type()
              + " has "
              + header.storedVolumeBytes()
              + " bytes as "
              + header.type().stored()
              + ", more than the "
              + MessageLimits.MAX_VOLUME_BYTES
              + " that a record may hold; crop or resample the series, or store it as INT16");
    }
  }

  private static String unsupported(int code) {
    String what =
        switch (code) {
          case 32, 1792, 2048 -> "complex numbers";
          case 128, 2304 -> "colours";
          default -> "code " + code;
        };
    return what
        + " are not BOLD; magnitude images of these types can be read: "
        + NiftiType.names();
  }

  private NiftiException problem(String field, String text) {
    return new NiftiException(file, field, text);
  }
}
