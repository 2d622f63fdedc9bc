package io.mindstream.imaging.dicom;

import java.nio.ByteOrder;

/** How elements are written: with or without their VR, and in which byte order. */
record Encoding(boolean explicit, ByteOrder order) {

  static final Encoding EXPLICIT_LITTLE = new Encoding(true, ByteOrder.LITTLE_ENDIAN);
  static final Encoding IMPLICIT_LITTLE = new Encoding(false, ByteOrder.LITTLE_ENDIAN);

  static Encoding of(TransferSyntax syntax) {
    return new Encoding(syntax.explicit(), syntax.order());
  }
}
