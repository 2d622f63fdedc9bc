package io.mindstream.preprocess.signal;

/** Which columns are made of a volume's six motion parameters. */
public enum MotionModel {
  /** None. */
  NONE(0),
  /** The six parameters. */
  SIX(6),
  /**
   * The six, those of the volume before, and the squares of these twelve: Friston et al., Magnetic
   * Resonance in Medicine 35 (1996).
   */
  FRISTON(24);

  private final int columns;

  MotionModel(int columns) {
    this.columns = columns;
  }

  /** How many columns it has. */
  public int columns() {
    return columns;
  }

  /** The model of so many columns: 0, 6 or 24. */
  public static MotionModel of(int columns) {
    for (MotionModel model : values()) {
      if (model.columns == columns) {
        return model;
      }
    }
    throw new IllegalArgumentException("motion is 0, 6 or 24, got " + columns);
  }
}
