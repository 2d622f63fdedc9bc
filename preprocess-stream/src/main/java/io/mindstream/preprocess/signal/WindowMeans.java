package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.TrialWindow;
import java.util.List;

/**
 * Means of windows of a run's signal.
 *
 * @param design with the products of everything added so far
 * @param ring the volumes of windows
 */
record WindowMeans(SignalDesign design, RowRing ring) {

  /** As {@link RunSignal#windowMean(TrialWindow)}. */
  float[] mean(TrialWindow window) {
    return Denoised.of(design.select(), design.prior()).mean(rows(window), new double[0]);
  }

  /** The same without the responses to the trials that a trial knows. */
  float[] mean(TrialWindow window, TrialColumns trials, int trialId) {
    List<RowRing.Row> rows = rows(window);
    int[][] parts = trials.commonGroups(trialId);
    double[] responses = new double[parts.length];
    for (RowRing.Row row : rows) {
      double[] others = trials.others(trialId, row.index(), parts.length);
      for (int part = 0; part < parts.length; part++) {
        responses[part] += others[part] / rows.size();
      }
    }
    return Denoised.of(design.select(), design.prior(), design.select(parts)).mean(rows, responses);
  }

  private List<RowRing.Row> rows(TrialWindow window) {
    List<RowRing.Row> rows = ring.of(window);
    if (rows.isEmpty()) {
      throw new IllegalStateException("no volume of window " + window + " was added");
    }
    return rows;
  }
}
