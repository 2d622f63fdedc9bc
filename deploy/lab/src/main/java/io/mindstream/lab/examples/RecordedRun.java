package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.preprocess.normalise.OfflineVectors;
import io.mindstream.preprocess.normalise.OfflineVectors.Answer;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A feed's run in memory, ROI rows alone. Letters: T volumes, V voxels.
 *
 * @param description of the run
 * @param events in order of onset
 * @param rows (T, V) in scanner units, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecordedRun(RunDescription description, List<FeedMessage.Event> events, float[][] rows) {

  /** Reads a whole run. */
  static RecordedRun read(FeedRun run, RoiMask roi) {
    RunDescription description = run.description();
    int[] indices = roi.getIndices().stream().mapToInt(Integer::intValue).toArray();
    VolumeShape shape = VolumeShape.of(description.geometry());
    List<float[]> rows = new ArrayList<>();
    List<FeedMessage.Event> events = new ArrayList<>();
    try (FeedRun.Messages messages = run.open()) {
      while (messages.hasNext()) {
        FeedMessage message = messages.next();
        if (message instanceof FeedMessage.Volume volume) {
          rows.add(volume.data().view(shape).gather(indices));
        } else if (message instanceof FeedMessage.Event event) {
          events.add(event);
        }
      }
    }
    events.sort(Comparator.comparingDouble(FeedMessage.Event::onsetSeconds));
    return new RecordedRun(description, List.copyOf(events), rows.toArray(float[][]::new));
  }

  /** As the stream's folds are told of it. */
  FinishedRun finished() {
    return new FinishedRun(volumes(), voxels(), repetitionTime());
  }

  /**
   * The vectors of trials, as the live pipeline makes them. A volume with a voxel that is not
   * finite is left out, as there.
   */
  List<Optional<Answer>> answers(VectorMethod method, List<Asked> asked) {
    List<VolumeRow> all =
        Arrays.stream(rows).map(row -> VolumeRow.of(isFinite(row) ? row : new float[0])).toList();
    return OfflineVectors.of(method, finished().folded(), all, asked);
  }

  /** True where the pipeline takes a volume with this row. */
  static boolean isFinite(float[] row) {
    for (float value : row) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** T. */
  int volumes() {
    return rows.length;
  }

  /** V. */
  int voxels() {
    return rows[0].length;
  }

  /** TR in seconds. */
  double repetitionTime() {
    return description.repetitionTimeSeconds();
  }
}
