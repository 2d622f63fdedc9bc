package io.mindstream.e2e;

import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.preprocess.signal.SignalRow;
import io.mindstream.preprocess.signal.SignalShape;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.testing.SharedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A recorded run with a made-up motion, two missing volumes and three spikes. */
final class MovingRun {

  private static final String NAME = "sub-1_task-objectviewing_run-01";
  private static final Set<Integer> MISSING = Set.of(17, 60);
  private static final Set<Integer> SPIKES = Set.of(25, 26, 71);
  private static final int[] ROI = IntStream.range(0, 40).map(i -> 241 + 11 * i).toArray();
  private static final int[] OUTSIDE = IntStream.range(0, 50).map(i -> 200 + 10 * i).toArray();
  private static final double TR = 2.5;

  final List<SignalRow> rows = new ArrayList<>();
  final List<Trial> trials = new ArrayList<>();
  private final List<double[]> motion = new ArrayList<>();
  private final Random random = new Random(1);
  private final Path bold;
  private final Path events;

  MovingRun() {
    Path folder = SharedData.of("data/haxby");
    this.bold = folder.resolve(NAME + "_bold.nii.gz");
    this.events = folder.resolve(NAME + "_events.tsv");
    for (EventRow event : EventsTsv.read(events)) {
      trials.add(
          new Trial(
              trials.size(),
              event.trialType(),
              event.stimFile(),
              event.onsetSeconds(),
              event.durationSeconds()));
    }
    try (NiftiReader reader = NiftiReader.open(bold)) {
      for (int t = 0; reader.hasNext(); t++) {
        add(t, reader.next().view(reader.header().shape()));
      }
    }
  }

  private void add(int t, StoredVoxels voxels) {
    double[] moved =
        IntStream.range(0, 6)
            .mapToDouble(i -> 0.3 * Math.sin(0.1 * i * t + i) + 0.02 * random.nextGaussian())
            .toArray();
    motion.add(moved);
    if (!MISSING.contains(t)) {
      boolean spike = SPIKES.contains(t);
      rows.add(new SignalRow(t, voxels.gather(ROI), voxels.gather(OUTSIDE), moved, spike));
    }
  }

  int voxels() {
    return ROI.length;
  }

  SignalShape shape(int expectedVolumes) {
    return new SignalShape(ROI.length, OUTSIDE.length, TR, expectedVolumes, 20);
  }

  /** What the reference program is told of the run. */
  Map<String, Object> request(String recipe, int expectedVolumes) {
    return new HashMap<>(
        Map.of(
            "bold", bold.toString(),
            "events", events.toString(),
            "roi", ROI,
            "outside", OUTSIDE,
            "motion", motion,
            "missing", MISSING,
            "spikes", SPIKES,
            "expectedVolumes", expectedVolumes,
            "recipe", recipe));
  }
}
