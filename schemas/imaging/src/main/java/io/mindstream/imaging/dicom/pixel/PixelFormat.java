package io.mindstream.imaging.dicom.pixel;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.OptionalInt;

/**
 * How an object's frames are stored (PS3.3, C.7.6.3).
 *
 * @param rows of a frame
 * @param columns of a frame
 * @param frames in the object
 * @param allocated bits a pixel takes: 8, 16 or 32
 * @param stored bits that count
 * @param highBit the most significant of them
 * @param signed two's complement
 */
public record PixelFormat(
    int rows, int columns, int frames, int allocated, int stored, int highBit, boolean signed) {

  /** A coded frame may become this much larger, beside {@link #ALWAYS} bytes. */
  private static final long GROWTH = 128;

  private static final long ALWAYS = 1 << 20;

  /**
   * Reads and checks the description against the pixel data that are there.
   *
   * @throws io.mindstream.imaging.dicom.DicomException where it is no grey image, or too little of
   *     it is there
   */
  public static PixelFormat of(DicomObject object) {
    DataSet data = object.data();
    if (object.pixels().pieces().isEmpty()) {
      throw object.problem(Tag.PIXELS, "lacks: the object holds no image");
    }
    boolean palette = data.text(Tag.PHOTOMETRIC).filter(p -> p.startsWith("PALETTE")).isPresent();
    if (data.integer(Tag.SAMPLES).orElse(1) != 1 || palette) {
      throw object.problem(Tag.SAMPLES, "says that the image has colours; no scanner's volume");
    }
    int allocated = required(object, Tag.BITS_ALLOCATED);
    if (allocated != 8 && allocated != 16 && allocated != 32) {
      throw object.problem(Tag.BITS_ALLOCATED, "is " + allocated + ", not 8, 16 or 32");
    }
    int stored = data.integer(Tag.BITS_STORED).orElse(allocated);
    PixelFormat format =
        new PixelFormat(
            required(object, Tag.ROWS),
            required(object, Tag.COLUMNS),
            data.integer(Tag.FRAMES).orElse(1),
            allocated,
            stored,
            data.integer(Tag.HIGH_BIT).orElse(stored - 1),
            data.integer(Tag.SIGNED).orElse(0) == 1);
    format.check(object);
    return format;
  }

  /** Bytes of a frame in native form. */
  public long frameBytes() {
    return (long) rows * columns * (allocated / 8);
  }

  /** How a topic carries such pixels. */
  public StoredVoxels.Type type() {
    if (allocated == 32) {
      return StoredVoxels.Type.FLOAT32;
    }
    return !signed && stored == 16 ? StoredVoxels.Type.UINT16 : StoredVoxels.Type.INT16;
  }

  private void check(DicomObject object) {
    if (stored < 1 || stored > allocated || highBit < stored - 1 || highBit >= allocated) {
      throw object.problem(
          Tag.BITS_STORED, stored + " bits up to bit " + highBit + " do not fit " + allocated);
    }
    if (rows < 1 || columns < 1 || frames < 1) {
      throw object.problem(Tag.ROWS, "an image of " + columns + "x" + rows + "x" + frames);
    }
    double needed = (double) frameBytes() * frames;
    long there = object.pixels().bytes();
    double most = object.pixels().encapsulated() ? ALWAYS + (double) GROWTH * there : there;
    if (needed > most) {
      throw object.problem(
          Tag.PIXELS,
          String.format(
              "%d frames of %dx%d pixels need %.0f bytes, %d are there: cut off, or the"
                  + " description is wrong; send or copy it again",
              frames, columns, rows, needed, there));
    }
  }

  private static int required(DicomObject object, int tag) {
    OptionalInt value = object.data().integer(tag);
    return value.orElseThrow(() -> object.problem(tag, "lacks; the object is no image"));
  }
}
