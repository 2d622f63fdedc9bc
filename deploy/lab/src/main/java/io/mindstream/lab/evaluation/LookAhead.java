package io.mindstream.lab.evaluation;

import io.mindstream.lab.examples.RecordedRows;
import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.preprocess.run.VolumeRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a recipe looks ahead: every volume after a trial's moment is changed, and its vector must
 * be the same to the bit.
 */
final class LookAhead {

  private LookAhead() {}

  /** True where a vector of the run knows a volume after its moment. */
  static boolean of(ComparedRecipe recipe, RecordedRows run) {
    List<Optional<float[]>> vectors = recipe.vectors(run);
    for (int trial = 0; trial < vectors.size(); trial++) {
      int moment = recipe.moment(run, trial);
      Optional<float[]> changed =
          recipe.vectors(run.with(changedAfter(run.rows(), moment))).get(trial);
      if (!Arrays.equals(vectors.get(trial).orElse(null), changed.orElse(null))) {
        return true;
      }
    }
    return false;
  }

  private static List<VolumeRow> changedAfter(List<VolumeRow> rows, int moment) {
    List<VolumeRow> changed = new ArrayList<>(rows);
    for (int t = moment + 1; t < rows.size(); t++) {
      changed.set(t, changed(rows.get(t), t));
    }
    return changed;
  }

  private static VolumeRow changed(VolumeRow row, int index) {
    double[] motion = row.context().motion().clone();
    for (int i = 0; i < motion.length; i++) {
      motion[i] += 0.1 + 0.01 * ((5 * i + index) % 7);
    }
    VolumeContext context =
        new VolumeContext(changed(row.context().outside(), index), motion, Double.NaN);
    return new VolumeRow(
        row.timestamp(), row.acquiredAt(), row.receivedAt(), changed(row.values(), index), context);
  }

  private static float[] changed(float[] values, int index) {
    float[] changed = values.clone();
    for (int v = 0; v < changed.length; v++) {
      changed[v] += 10 + (7 * v + 3 * index) % 31;
    }
    return changed;
  }
}
