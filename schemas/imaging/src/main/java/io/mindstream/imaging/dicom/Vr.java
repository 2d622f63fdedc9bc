package io.mindstream.imaging.dicom;

/** Value representations (PS3.5, 6.2): how the bytes of a value are meant. */
public enum Vr {
  /** Application entity. */
  AE,
  /** Age. */
  AS,
  /** Attribute tag. */
  AT,
  /** Code string. */
  CS,
  /** Date. */
  DA,
  /** Decimal string. */
  DS,
  /** Date and time. */
  DT,
  /** Single precision. */
  FL,
  /** Double precision. */
  FD,
  /** Integer string. */
  IS,
  /** Long string. */
  LO,
  /** Long text. */
  LT,
  /** Bytes. */
  OB(true),
  /** Doubles. */
  OD(true),
  /** Floats. */
  OF(true),
  /** 32 bit words. */
  OL(true),
  /** 64 bit words. */
  OV(true),
  /** 16 bit words. */
  OW(true),
  /** Name of a person. */
  PN,
  /** Short string. */
  SH,
  /** Signed 32 bit. */
  SL,
  /** Sequence of items. */
  SQ(true),
  /** Signed 16 bit. */
  SS,
  /** Short text. */
  ST,
  /** Signed 64 bit. */
  SV(true),
  /** Time. */
  TM,
  /** Unlimited characters. */
  UC(true),
  /** Unique identifier. */
  UI,
  /** Unsigned 32 bit. */
  UL,
  /** Unknown. */
  UN(true),
  /** Resource identifier. */
  UR(true),
  /** Unsigned 16 bit. */
  US,
  /** Unlimited text. */
  UT(true),
  /** Unsigned 64 bit. */
  UV(true);

  private static final Vr[][] BY_LETTERS = new Vr[26][26];

  static {
    for (Vr vr : values()) {
      BY_LETTERS[vr.name().charAt(0) - 'A'][vr.name().charAt(1) - 'A'] = vr;
    }
  }

  private final boolean longLength;

  Vr() {
    this(false);
  }

  Vr(boolean longLength) {
    this.longLength = longLength;
  }

  /** True where, with explicit VR, two bytes are left out and the length has four. */
  boolean longLength() {
    return longLength;
  }

  /** True for a VR by its two letters. */
  static boolean known(int first, int second) {
    return first >= 'A'
        && first <= 'Z'
        && second >= 'A'
        && second <= 'Z'
        && BY_LETTERS[first - 'A'][second - 'A'] != null;
  }

  /** True for what some archives write where they know no VR; a length of two bytes follows. */
  static boolean leftBlank(int first, int second) {
    return first == second && (first == ' ' || first == '?' || first == '-');
  }

  /** The VR of two letters that are known. */
  static Vr of(int first, int second) {
    return BY_LETTERS[first - 'A'][second - 'A'];
  }
}
