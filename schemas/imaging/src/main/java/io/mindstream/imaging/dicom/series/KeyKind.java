package io.mindstream.imaging.dicom.series;

/** What may tell which volume of its series a slice belongs to, the most trusted first. */
enum KeyKind {
  /** Temporal position identifier or index. */
  TEMPORAL,
  /** Instance number over slices a volume: GE counts slice by slice. */
  COUNTED,
  /** Order of the frames of one object at one place. */
  FRAME_ORDER,
  /** Frame acquisition number. */
  FRAME_ACQUISITION,
  /** Acquisition number. */
  ACQUISITION,
  /** Acquisition number of a vendor who may count with it from anywhere, or something else. */
  ANY_ACQUISITION,
  /** Instance number of an object that is a whole volume. */
  INSTANCE,
  /** Trigger time. */
  TRIGGER,
  /** Acquisition time of an object that is a whole volume, in microseconds. */
  TIME,
  /** How often the same place came before: the order of arrival. */
  OCCURRENCE;

  /** True where the number counts volumes. */
  boolean counts() {
    return this != TRIGGER && this != TIME;
  }

  /** The number of a series' first volume, where its first to come has another one. */
  long first(long came) {
    return this == ANY_ACQUISITION ? came : Math.min(1, came);
  }
}
