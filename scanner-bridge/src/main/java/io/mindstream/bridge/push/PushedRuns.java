package io.mindstream.bridge.push;

import io.mindstream.bridge.live.EventsFile;
import io.mindstream.bridge.live.LiveRun;
import io.mindstream.bridge.live.RunClock;
import io.mindstream.bridge.live.RunStart;
import io.mindstream.bridge.live.Silence;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.schemas.fmri.RunId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes runs of what connections bring: one begins with a series' first volume, and ends when the
 * sender says so, the next series begins, or none came for long. For one thread.
 */
final class PushedRuns {

  private static final int MOST_REMEMBERED = 1000;

  private final PushedStart starts;
  private final PushOptions options;
  private final LiveReceiver receiver;
  private final Notes notes;
  private final RunNames names;
  private final Set<String> over = new HashSet<>();
  private final Silence silence;
  private @Nullable PushedRun present;
  private int ended;

  PushedRuns(PushedStart starts, LiveReceiver receiver, Notes notes) {
    this.starts = starts;
    this.options = starts.options();
    this.receiver = receiver;
    this.notes = notes;
    this.names = new RunNames(options.firstRun());
    this.silence = new Silence(options.endAfter(), Instant.now());
  }

  /** Runs that are over, well or badly. */
  int ended() {
    return ended;
  }

  void take(Arrival arrival) throws InterruptedException {
    if (arrival instanceof Arrival.Volume volume) {
      volume(volume.from(), volume.volume());
    } else if (arrival instanceof Arrival.Ended) {
      if (carries(arrival.from())) {
        end();
      }
    } else if (arrival instanceof Arrival.Broken broken) {
      if (carries(broken.from())) {
        broken(broken.reason());
      } else {
        notes.say(broken.reason());
      }
    } else if (arrival instanceof Arrival.Note note) {
      notes.say(note.text());
    }
  }

  private boolean carries(Peer peer) {
    return present != null && present.carriedBy(peer);
  }

  private void volume(Peer from, PushedVolume volume) throws InterruptedException {
    if (over.contains(volume.series())) {
      notes.say("volumes are left out that came after their series had ended");
      return;
    }
    if (present != null && !present.series().equals(volume.series())) {
      end();
    }
    PushedRun run = present == null ? begin(volume) : present;
    if (run == null) {
      return;
    }
    present = run;
    Optional<String> objection = run.objection(volume);
    if (objection.isPresent()) {
      notes.say("volume %d is left out: %s".formatted(volume.number(), objection.get()));
    } else if (!run.fits(volume)) {
      broken(
          "volume %d has another grid than the run's first (%s voxels, or another place or size); send it as a series of its own"
              .formatted(volume.number(), volume.grid().shape()));
    } else {
      run.tell(from, volume);
      silence.broken(volume.receivedAt());
    }
  }

  /** Null where it cannot begin. */
  private @Nullable PushedRun begin(PushedVolume first) throws InterruptedException {
    notes.forget();
    RunId name = names.take();
    try {
      RunStart start = starts.of(name, first);
      int base = Math.min(first.countsFrom(), first.number());
      RunClock clock =
          new RunClock(
              start.run().repetitionTimeSeconds(), first.number() - base + 1, first.receivedAt());
      notes.say(
          "region of interest " + start.roi().getRoiId() + ": " + start.roi().getDescription());
      EventsFile events = new EventsFile(options.events(name), notes::say);
      LiveRun run = new LiveRun(start, clock, events, receiver);
      run.begin();
      return new PushedRun(first.series(), base, run);
    } catch (FeedException e) {
      receiver.take(new LiveMessage.RunBroken(String.valueOf(e.getMessage())));
      close(first.series());
      return null;
    }
  }

  /** Time goes by. */
  void tick(Instant now) throws InterruptedException {
    PushedRun run = present;
    if (run != null) {
      run.run().events(now);
      silence.note(now, run.run().repetitionTimeSeconds()).ifPresent(notes::say);
      if (silence.over(now)) {
        end();
      }
    }
  }

  /** Ends the present run, if there is one. */
  void end() throws InterruptedException {
    PushedRun run = present;
    if (run != null) {
      run.lacking().ifPresent(notes::say);
      run.run().end(Instant.now());
      close(run.series());
    }
  }

  private void broken(String reason) throws InterruptedException {
    PushedRun run = present;
    if (run != null) {
      run.run().broken(reason);
      close(run.series());
    }
  }

  private void close(String series) {
    if (over.size() == MOST_REMEMBERED) {
      over.clear();
    }
    over.add(series);
    ended++;
    present = null;
  }
}
