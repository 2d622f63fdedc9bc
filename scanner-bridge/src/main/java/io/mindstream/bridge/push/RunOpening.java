package io.mindstream.bridge.push;

import io.mindstream.bridge.live.EventsFile;
import io.mindstream.bridge.live.LiveRun;
import io.mindstream.bridge.live.RunClock;
import io.mindstream.bridge.live.RunStart;
import io.mindstream.bridge.net.Notes;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.OpenRun;
import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;

/**
 * How runs begin with a series' first volume: anew, or where a killed bridge left one. For one
 * thread.
 */
final class RunOpening {

  private final PushedStart starts;
  private final PushOptions options;
  private final RunNames names;
  private final LiveReceiver receiver;
  private final Notes notes;
  private Optional<LeftRun> left = Optional.empty();

  RunOpening(PushedStart starts, RunNames names, LiveReceiver receiver, Notes notes) {
    this.starts = starts;
    this.options = starts.options();
    this.names = names;
    this.receiver = receiver;
    this.notes = notes;
  }

  /** Goes on with a run that a killed bridge left, once its series does. */
  void goOn(OpenRun run) {
    left = Optional.of(new LeftRun(run));
    names.after(run.run().runId());
  }

  /** Nothing more comes of a run that was left, if one was. */
  void giveUpLeft() throws InterruptedException {
    if (left.isPresent()) {
      left = Optional.empty();
      receiver.take(new LiveMessage.RunBroken(LeftRun.GONE));
    }
  }

  /** The next run has the last one's name, which broke off. */
  void again() {
    names.again();
  }

  /** The run of a volume; empty where it cannot begin, which is told. */
  Optional<PushedRun> with(PushedVolume first) throws InterruptedException {
    if (left.isPresent() && left.get().goesOnWith(first)) {
      LeftRun before = left.get();
      left = Optional.empty();
      return Optional.of(resume(before, first));
    }
    giveUpLeft();
    return begin(first);
  }

  private PushedRun resume(LeftRun before, PushedVolume first) {
    RunId name = before.open().run().runId();
    notes.say("going on with " + name + ", which a killed bridge left");
    EventsFile events = new EventsFile(options.events(name), notes::say);
    int base = first.countsFrom() + options.expected().dummies();
    return before.resume(first, base, events, receiver);
  }

  private Optional<PushedRun> begin(PushedVolume first) throws InterruptedException {
    notes.forget();
    RunId name = names.take(first.about());
    try {
      RunStart start = starts.of(name, first);
      int base = Math.min(first.countsFrom() + options.expected().dummies(), first.number());
      RunClock clock =
          new RunClock(
              start.run().repetitionTimeSeconds(), first.number() - base + 1, first.receivedAt());
      notes.say(
          "region of interest " + start.roi().getRoiId() + ": " + start.roi().getDescription());
      EventsFile events = new EventsFile(options.events(name), notes::say);
      LiveRun run = new LiveRun(start, clock, events, receiver);
      run.begin(first.about().identity());
      return Optional.of(new PushedRun(first.series(), base, run));
    } catch (FeedException e) {
      receiver.take(new LiveMessage.RunBroken(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
