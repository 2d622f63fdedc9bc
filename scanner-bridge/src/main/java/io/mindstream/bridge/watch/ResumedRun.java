package io.mindstream.bridge.watch;

import io.mindstream.bridge.live.EventsFile;
import io.mindstream.bridge.live.LiveRun;
import io.mindstream.bridge.live.RunClock;
import io.mindstream.bridge.live.RunStart;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.OpenRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A run that a killed bridge left open and its folder's next feed goes on with. */
final class ResumedRun {

  private final WatchOptions options;
  private final OpenRun open;

  private ResumedRun(WatchOptions options, OpenRun open) {
    this.options = options;
    this.open = open;
  }

  /** Empty where the run is not this folder's, has another name, or was left too long ago. */
  static Optional<ResumedRun> of(OpenRun open, WatchOptions options, Instant now) {
    boolean ours =
        open.run().source().equals(WatchedStart.source(options, open.roi()))
            && (!options.named() || open.run().runId().equals(options.runId()));
    return ours && open.leftLately(options.endAfter(), now) && !open.volumes().isEmpty()
        ? Optional.of(new ResumedRun(options, open))
        : Optional.empty();
  }

  /** Files that were there before the run began: with {@code newOnly} they are none of it. */
  List<FileSight> olderThanTheRun(List<FileSight> files) {
    return options.newOnly()
        ? files.stream().filter(file -> writtenBefore(file, open.startedAt())).toList()
        : List.of();
  }

  /** Says what was told already. A file that was written since is another one. */
  void tell(VolumeOrder order, List<FileSight> files, EventsFile events) {
    List<FileSight> same =
        files.stream().filter(file -> writtenBefore(file, open.lastToldAt())).toList();
    order.goOn(open.origin(), open.volumes().keySet(), same);
    events.goOn(open.onsets());
  }

  /** The run, whose header was told. */
  LiveRun run(EventsFile events, LiveReceiver receiver) {
    double repetitionTime = open.run().repetitionTimeSeconds();
    RunClock clock = RunClock.goingOn(repetitionTime, open.startedAt(), open.volumes());
    return new LiveRun(new RunStart(open.run(), open.roi()), clock, events, receiver);
  }

  private static boolean writtenBefore(FileSight file, Instant time) {
    return file.modifiedNanos() < TimeUnit.MILLISECONDS.toNanos(time.toEpochMilli());
  }

  @Override
  public String toString() {
    return "going on with %s, which a killed bridge left after %d volumes; give another --run to begin a new one"
        .formatted(open.run().runId(), open.volumes().size());
  }
}
