package io.mindstream.preprocess.signal;

/**
 * Columns of the motion parameters. The volume before a run's first one, before a missing or a
 * censored one counts as having been where this one is.
 */
final class MotionColumns {

  private final MotionModel model;
  private double[] last = new double[6];
  private int lastIndex = -2;

  MotionColumns(MotionModel model) {
    this.model = model;
  }

  int columns() {
    return model.columns();
  }

  /** Checks that a row has motion parameters where they are needed. */
  void requireFit(SignalRow row) {
    if (model != MotionModel.NONE && row.motion().length == 0) {
      throw new IllegalArgumentException(
          "volume "
              + row.index()
              + " has no motion parameters; realign the run or set motion=0 in the recipe");
    }
  }

  /** Writes the columns of a row into {@code x} from {@code at} on; rows come in order. */
  void fill(SignalRow row, double[] x, int at) {
    if (model == MotionModel.NONE) {
      return;
    }
    double[] now = row.motion();
    System.arraycopy(now, 0, x, at, 6);
    if (model == MotionModel.FRISTON) {
      System.arraycopy(lastIndex == row.index() - 1 ? last : now, 0, x, at + 6, 6);
      for (int i = at; i < at + 12; i++) {
        x[i + 12] = x[i] * x[i];
      }
    }
    last = now.clone();
    lastIndex = row.index();
  }
}
