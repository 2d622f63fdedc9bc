package io.mindstream.imaging.testing;

import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.TransferSyntax;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Slices of made-up series, one an object. */
public final class Slices {

  /** Columns and rows of each. */
  public static final int SIDE = 4;

  private Slices() {}

  /**
   * A slice whose first pixel is 100 * volume + slice; 2 mm pixels, 3 mm from slice to slice.
   *
   * @param vendor for example Philips
   * @param volume origin 1: temporal position
   * @param slice origin 0
   */
  public static DicomBytes slice(String vendor, int volume, int slice) {
    ByteBuffer pixels = ByteBuffer.allocate(2 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SIDE * SIDE; i++) {
      pixels.putShort((short) (100 * volume + slice + i));
    }
    return image(vendor)
        .text(Tag.SOP_INSTANCE, "UI", "1.2.3." + volume + "." + slice)
        .text(Tag.TEMPORAL_POSITION, "IS", String.valueOf(volume))
        .text(Tag.INSTANCE_NUMBER, "IS", String.valueOf(1000 * volume + slice))
        .text(Tag.ACQUISITION_TIME, "TM", "1010%02d.25".formatted(2 * (volume - 1)))
        .text(Tag.POSITION, "DS", "-10\\-20\\" + 3 * slice)
        .bytes(Tag.PIXELS, "OW", pixels.array());
  }

  /** All that slices of a series have in common; with names that must not leave the reader. */
  public static DicomBytes image(String vendor) {
    return new DicomBytes()
        .text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\M")
        .text(Tag.ACQUISITION_DATE, "DA", "20240229")
        .text(Tag.MODALITY, "CS", "MR")
        .text(Tag.MANUFACTURER, "LO", vendor)
        .text(Tag.SERIES_DESCRIPTION, "LO", "task bold")
        .text(0x00100010, "PN", "Secret^Person")
        .text(0x00100020, "LO", "SECRET-ID")
        .text(0x00100030, "DA", "19010101")
        .text(0x00104000, "LT", "secret comment")
        .text(Tag.SLICE_SPACING, "DS", "3")
        .text(Tag.REPETITION_TIME, "DS", "2000")
        .text(Tag.SERIES, "UI", "1.2.3")
        .text(Tag.SERIES_NUMBER, "IS", "5")
        .text(Tag.ORIENTATION, "DS", "1\\0\\0\\0\\1\\0")
        .us(Tag.ROWS, SIDE)
        .us(Tag.COLUMNS, SIDE)
        .text(Tag.PIXEL_SPACING, "DS", "2\\2")
        .us(Tag.BITS_ALLOCATED, 16)
        .us(Tag.BITS_STORED, 16)
        .us(Tag.HIGH_BIT, 15)
        .us(Tag.SIGNED, 1);
  }

  /** The same as a file. */
  public static byte[] file(String vendor, int volume, int slice) {
    return slice(vendor, volume, slice).file(TransferSyntax.EXPLICIT_LITTLE);
  }
}
