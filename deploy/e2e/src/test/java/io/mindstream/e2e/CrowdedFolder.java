package io.mindstream.e2e;

import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recorded run with a made-up table: three trials in each of its blocks, so close that their
 * responses overlap, the first and the third of the same picture; some ask for a window of their
 * own.
 */
record CrowdedFolder(Path folder) {

  static final String RUN = "sub-1_task-objectviewing_run-01";
  private static final double[] AFTER_ONSET = {0, 6.5, 14};
  private static final double SECONDS = 4;

  static CrowdedFolder write(Path folder) throws IOException {
    Path recorded = SharedData.of("data/haxby");
    Files.createDirectories(folder);
    Files.copy(recorded.resolve(RUN + "_bold.nii.gz"), folder.resolve(RUN + "_bold.nii.gz"));
    CrowdedFolder crowded = new CrowdedFolder(folder);
    EventsTsv.write(crowded.events(), rows(EventsTsv.read(recorded.resolve(RUN + "_events.tsv"))));
    return crowded;
  }

  Path bold() {
    return folder.resolve(RUN + "_bold.nii.gz");
  }

  Path events() {
    return folder.resolve(RUN + "_events.tsv");
  }

  private static List<EventRow> rows(List<EventRow> blocks) {
    List<EventRow> rows = new ArrayList<>();
    for (EventRow block : blocks) {
      for (int part = 0; part < AFTER_ONSET.length; part++) {
        rows.add(
            new EventRow(
                block.onsetSeconds() + AFTER_ONSET[part],
                SECONDS,
                block.trialType(),
                Optional.of(block.trialType() + part % 2 + ".png"),
                window(rows.size())));
      }
    }
    return rows;
  }

  private static EventWindow window(int trial) {
    return switch (trial % 5) {
      case 1 -> new EventWindow(Optional.of(2.5), Optional.empty());
      case 3 -> new EventWindow(Optional.empty(), Optional.of(7.5));
      default -> EventWindow.NONE;
    };
  }
}
