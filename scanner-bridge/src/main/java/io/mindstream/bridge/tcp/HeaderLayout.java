package io.mindstream.bridge.tcp;

/**
 * Where fields of the header stand, in bytes from its start. Version 4 put 64 bytes of seriesUID
 * before scanType; all else is as in version 3.
 */
enum HeaderLayout {
  /** Without seriesUID. */
  V3(0),
  /** With seriesUID. */
  V4(64);

  static final int VERSION = 8;
  static final int SERIES_UID = 12;

  private static final int V3_BYTES = 552;

  private final int shift;

  HeaderLayout(int shift) {
    this.shift = shift;
  }

  /** Bytes of the whole header. */
  int bytes() {
    return V3_BYTES + shift;
  }

  boolean hasSeries() {
    return this == V4;
  }

  int scanType() {
    return 12 + shift;
  }

  int imageType() {
    return 76 + shift;
  }

  int dataType() {
    return 348 + shift;
  }

  int littleEndian() {
    return 364 + shift;
  }

  int mosaic() {
    return 365 + shift;
  }

  /** Read, phase, slice, gap in mm; double precision. */
  int spacing() {
    return 368 + shift;
  }

  /** Read, phase, slices; 32 bit. */
  int pixels() {
    return 400 + shift;
  }

  /** Four rows of four numbers in single precision. */
  int matrix() {
    return 412 + shift;
  }

  int repetitionTime() {
    return 476 + shift;
  }

  int currentTr() {
    return 484 + shift;
  }

  int motionCorrected() {
    return 492 + shift;
  }
}
