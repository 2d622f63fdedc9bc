package io.mindstream.bridge.push;

import io.mindstream.bridge.live.EventsFile;
import io.mindstream.bridge.live.LiveRun;
import io.mindstream.bridge.live.RunClock;
import io.mindstream.bridge.live.RunStart;
import io.mindstream.bridge.live.SameGrid;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.OpenRun;

/**
 * A run that a killed bridge left, and that goes on with its series' next volume.
 *
 * @param open what was told of it
 */
record LeftRun(OpenRun open) {

  /** Why it is not gone on with. */
  static final String GONE =
      "the bridge was killed within the run, and no more volumes of its series came";

  /** True for a volume of the same series, on the same grid. */
  boolean goesOnWith(PushedVolume volume) {
    return volume.about().identity() == open.origin()
        && SameGrid.of(volume.grid().geometry(), open.run().geometry());
  }

  /** The run, with what came of it. */
  PushedRun resume(PushedVolume next, int base, EventsFile events, LiveReceiver receiver) {
    RunStart start = new RunStart(open.run(), open.roi());
    RunClock clock =
        RunClock.goingOn(open.run().repetitionTimeSeconds(), open.startedAt(), open.volumes());
    events.goOn(open.onsets());
    PushedRun run = new PushedRun(next.series(), base, new LiveRun(start, clock, events, receiver));
    run.cameBefore(open.volumes().keySet());
    return run;
  }
}
