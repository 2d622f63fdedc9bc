package io.mindstream.imaging.dicom;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** How a data set is written (PS3.5, 10). Those that are read; lossy ones are not among them. */
public enum TransferSyntax {
  /** The default of DICOM. */
  IMPLICIT_LITTLE("1.2.840.10008.1.2", Coding.NATIVE),
  /** The usual one. */
  EXPLICIT_LITTLE("1.2.840.10008.1.2.1", Coding.NATIVE),
  /** The data set is deflated as a whole. */
  DEFLATED("1.2.840.10008.1.2.1.99", Coding.NATIVE),
  /** Retired. */
  EXPLICIT_BIG("1.2.840.10008.1.2.2", Coding.NATIVE),
  /** Run lengths, PS3.5 annex G. */
  RLE("1.2.840.10008.1.2.5", Coding.RLE),
  /** JPEG process 14. */
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Coding.JPEG),
  /** JPEG process 14, selection value 1. */
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", Coding.JPEG),
  /** JPEG 2000, reversible. */
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Coding.JPEG_2000),
  /** JPEG 2000, reversible or not; MR is archived reversibly. */
  JPEG_2000("1.2.840.10008.1.2.4.91", Coding.JPEG_2000);

  /** How pixels are coded. */
  public enum Coding {
    /** Not at all. */
    NATIVE,
    /** PS3.5 annex G. */
    RLE,
    /** ISO 10918-1, lossless. */
    JPEG,
    /** ISO 15444-1. */
    JPEG_2000
  }

  private final String uid;
  private final Coding coding;

  TransferSyntax(String uid, Coding coding) {
    this.uid = uid;
    this.coding = coding;
  }

  /** Its UID. */
  public String uid() {
    return uid;
  }

  /** How its pixels are coded. */
  public Coding coding() {
    return coding;
  }

  /** Byte order of numbers and native pixels. */
  public ByteOrder order() {
    return this == EXPLICIT_BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  boolean explicit() {
    return this != IMPLICIT_LITTLE;
  }

  /** The syntax of a UID, where it is read here. */
  public static Optional<TransferSyntax> of(String uid) {
    return Arrays.stream(values()).filter(syntax -> syntax.uid.equals(uid)).findFirst();
  }
}
