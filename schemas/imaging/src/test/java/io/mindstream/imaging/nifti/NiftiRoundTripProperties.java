package io.mindstream.imaging.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What the writer writes, the reader reads: every type, both versions and byte orders. */
class NiftiRoundTripProperties {

  @Property(tries = 300)
  void shouldReadBackTheValueOfEveryVoxel(
      @ForAll NiftiType type,
      @ForAll boolean bigEndian,
      @ForAll @IntRange(min = 1, max = 2) int version,
      @ForAll boolean gzip,
      @ForAll @Size(12) byte[][] numbers)
      throws IOException {
    ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    NiftiHeader header = Series.header(version, order, new VolumeShape(3, 2, 2), 1, type);
    double scale = type.lossless() ? 1 : 0.5;
    header = header.withScaling(scale, 0);
    ByteBuffer voxels = voxels(header, numbers);
    Path file = Files.createTempFile("round-trip", gzip ? ".nii.gz" : ".nii");
    try {
      write(file, header, voxels);
      StoredVoxels read = read(file, header.shape());
      for (int i = 0; i < read.size(); i++) {
        float expected = (float) (scale * number(type, voxels, i));
        assertThat((float) read.value(i)).isEqualTo(expected);
      }
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 100)
  void shouldReadBackTheHeader(
      @ForAll NiftiType type,
      @ForAll boolean bigEndian,
      @ForAll @IntRange(min = 1, max = 2) int version,
      @ForAll @IntRange(min = 1, max = 5) int volumes)
      throws IOException {
    ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    NiftiHeader written = Series.header(version, order, new VolumeShape(2, 3, 1), volumes, type);
    Path file = Files.createTempFile("header", ".nii");
    try {
      try (NiftiWriter writer = NiftiWriter.create(file, written)) {
        for (int t = 0; t < volumes; t++) {
          writer.write(ByteBuffer.allocate((int) written.volumeBytes()));
        }
      }
      try (NiftiReader reader = NiftiReader.open(file)) {
        assertThat(reader.header())
            .usingRecursiveComparison()
            .ignoringFields("voxelOffset")
            .isEqualTo(written);
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Voxels from random bytes, but no NaN: it has many forms. */
  private static ByteBuffer voxels(NiftiHeader header, byte[][] numbers) {
    ByteBuffer voxels = ByteBuffer.allocate((int) header.volumeBytes()).order(header.order());
    for (byte[] number : numbers) {
      long bits = number.length == 0 ? 0 : new BigInteger(number).longValue();
      switch (header.type().bytes()) {
        case 1 -> voxels.put((byte) bits);
        case 2 -> voxels.putShort((short) bits);
        case 4 -> {
          if (header.type() == NiftiType.FLOAT32) {
            voxels.putFloat(bits * 0.37f);
          } else {
            voxels.putInt((int) bits);
          }
        }
        default -> {
          if (header.type() == NiftiType.FLOAT64) {
            voxels.putDouble(bits * 0.37);
          } else {
            voxels.putLong(bits);
          }
        }
      }
    }
    return voxels.flip();
  }

  /** The number by another path than the reader's. */
  private static double number(NiftiType type, ByteBuffer voxels, int i) {
    byte[] bytes = new byte[type.bytes()];
    voxels.duplicate().position(i * bytes.length).get(bytes);
    if (voxels.order() == ByteOrder.LITTLE_ENDIAN) {
      for (int left = 0, right = bytes.length - 1; left < right; left++, right--) {
        byte swapped = bytes[left];
        bytes[left] = bytes[right];
        bytes[right] = swapped;
      }
    }
    return switch (type) {
      case FLOAT32 -> Float.intBitsToFloat(new BigInteger(bytes).intValue());
      case FLOAT64 -> Double.longBitsToDouble(new BigInteger(bytes).longValue());
      case UINT8, UINT16, UINT32, UINT64 -> new BigInteger(1, bytes).doubleValue();
      case INT8, INT16, INT32, INT64 -> new BigInteger(bytes).doubleValue();
    };
  }

  private static void write(Path file, NiftiHeader header, ByteBuffer voxels) {
    try (NiftiWriter writer = NiftiWriter.create(file, header)) {
      writer.write(voxels);
    }
  }

  private static StoredVoxels read(Path file, VolumeShape shape) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      return reader.next().view(shape);
    }
  }
}
