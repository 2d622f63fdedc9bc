package io.mindstream.preprocess.quality;

/** What may be said about a volume. The names are those in the records. */
public enum QualityFlag {
  /** The head moved, less than is bad: a note. */
  MOVED(false, false),
  /** The head moved too much. */
  MOTION(true, true),
  /** The brain's signal changed too much from one volume to the next. */
  DVARS(true, true),
  /** Too many voxels are outliers. */
  SPIKES(true, true),
  /** Volumes are missing right before this one. */
  GAP(true, false),
  /** The N/2 ghost is too bright. */
  GHOST(true, true),
  /** The volume came late; its values are as good as any: a note. */
  LATE(false, false),
  /** The volume could not be used. */
  REFUSED(true, false);

  private final boolean bad;
  private final boolean ofValues;

  QualityFlag(boolean bad, boolean ofValues) {
    this.bad = bad;
    this.ofValues = ofValues;
  }

  /** False for a note. */
  public boolean bad() {
    return bad;
  }

  /** True where it says that the volume's values should be doubted. */
  boolean ofValues() {
    return ofValues;
  }
}
