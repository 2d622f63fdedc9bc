package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    VolumeShape shape =
        new VolumeShape(
            description.geometry().getNx(),
            description.geometry().getNy(),
            description.geometry().getNz());
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
