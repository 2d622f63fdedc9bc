package io.mindstream.bridge.dimse;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of protocol data units (PS3.8, section 9.3). */
enum PduType {
  ASSOCIATE_RQ(1),
  ASSOCIATE_AC(2),
  ASSOCIATE_RJ(3),
  DATA(4),
  RELEASE_RQ(5),
  RELEASE_RP(6),
  ABORT(7);

  private final int code;

  PduType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<PduType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
