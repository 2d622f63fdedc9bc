package io.mindstream.imaging.dicom;

import java.util.List;

/**
 * An element that was kept.
 *
 * @param offset of its value in the source
 * @param length of its value in bytes
 * @param value its bytes where they are few, else empty: they are read on demand
 * @param items of a sequence
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record DicomElement(int tag, Vr vr, long offset, long length, byte[] value, List<DataSet> items) {

  /** Values up to so many bytes are kept at once. */
  static final int SMALL = 1024;

  static final byte[] NOTHING = new byte[0];
}
