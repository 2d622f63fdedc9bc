package io.mindstream.bridge.push;

import io.mindstream.bridge.live.Silence;
import io.mindstream.bridge.net.Notes;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.OpenRun;
import io.mindstream.imaging.roi.MaskFile;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes runs of what connections bring: one begins with a series' first volume, and ends when the
 * sender says so, the next series begins, or none came for long. For one thread.
 */
public final class PushedRuns {

  private static final int MOST_REMEMBERED = 1000;

  private final PushOptions options;
  private final Notes notes;
  private final RunDesk desk;
  private final RunOpening opening;
  private final Set<String> over = new HashSet<>();
  private final Silence silence;
  private @Nullable PushedRun present;
  private int ended;

  PushedRuns(PushedStart starts, LiveReceiver receiver, Notes notes) {
    this(starts, receiver, notes, new RunDesk());
  }

  private PushedRuns(PushedStart starts, LiveReceiver receiver, Notes notes, RunDesk desk) {
    this.desk = desk;
    this.options = starts.options();
    this.notes = notes;
    RunNames names = new RunNames(options.firstRun(), options.name(), desk);
    this.opening = new RunOpening(starts, names, receiver, notes);
    this.silence = new Silence(options.endAfter(), Instant.now());
  }

  /**
   * Runs of a source that has no connections of its own.
   *
   * @param source where volumes come from, for people
   * @param desk where an operator names runs and ends them
   * @param receiver hears of the runs
   * @param notes hears what a person should know, once a run
   * @throws io.mindstream.imaging.roi.RoiException where the mask is none
   * @throws io.mindstream.imaging.nifti.NiftiException where the mask cannot be read
   */
  public static PushedRuns of(
      PushOptions options, String source, RunDesk desk, LiveReceiver receiver, Notes notes) {
    Optional<MaskFile> mask = options.mask().map(MaskFile::read);
    return new PushedRuns(new PushedStart(options, mask, source), receiver, notes, desk);
  }

  /** Goes on with a run that a killed bridge left, once its series does. */
  public void goOn(OpenRun run) {
    opening.goOn(run);
  }

  /** Runs that are over, well or badly. */
  public int ended() {
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

  /** A volume that no connection brought. */
  public void volume(PushedVolume volume) throws InterruptedException {
    volume(null, volume);
  }

  private void volume(@Nullable Peer from, PushedVolume volume) throws InterruptedException {
    if (over.contains(volume.series())) {
      notes.say("volumes are left out that came after their series had ended");
      return;
    }
    if (volume.number() < firstNumber(volume)) {
      silence.broken(volume.receivedAt());
      notes.say(options.expected().dummies() + " dummy volumes are left out");
      return;
    }
    if (present != null && !present.series().equals(volume.series())) {
      end();
    }
    if (present == null) {
      present = opening.with(volume).orElse(null);
    }
    if (present == null) {
      close(volume.series());
    } else {
      tell(present, from, volume);
    }
  }

  private void tell(PushedRun run, @Nullable Peer from, PushedVolume volume)
      throws InterruptedException {
    Optional<String> objection = run.objection(volume);
    if (objection.isPresent()) {
      notes.say("volume %d is left out: %s".formatted(volume.number(), objection.get()));
    } else if (!run.fits(volume)) {
      broken(
          "volume %d has another grid than the run's first (%s voxels, or another place or size); send it as a series of its own, and a volume that is spread over several objects as a concatenation"
              .formatted(volume.number(), volume.grid().shape()));
    } else {
      run.tell(from, volume);
      silence.broken(volume.receivedAt());
      if (run.reached() == options.expected().volumes().orElse(-1)) {
        end();
      }
    }
  }

  private int firstNumber(PushedVolume volume) {
    int dummies = options.expected().dummies();
    return dummies == 0 ? Integer.MIN_VALUE : volume.countsFrom() + dummies;
  }

  /** Time goes by. */
  public void tick(Instant now) throws InterruptedException {
    Optional<RunDesk.Ending> said = desk.takeEnding();
    if (said.isPresent()) {
      Optional<String> reason = said.get().abortedBecause();
      if (reason.isPresent()) {
        broken(reason.get());
      } else {
        end();
      }
    }
    if (silence.over(now)) {
      opening.giveUpLeft();
    }
    PushedRun run = present;
    if (run != null) {
      run.run().events(now);
      silence.note(now, run.run().repetitionTimeSeconds()).ifPresent(notes::say);
      if (silence.over(now)) {
        silent(run);
      }
    }
  }

  /** A run of known length that did not get so far was broken off. */
  private void silent(PushedRun run) throws InterruptedException {
    OptionalInt expected = options.expected().volumes();
    if (expected.isEmpty()) {
      end();
      return;
    }
    broken(
        "no volume came for %d s after %d of %d; start the scan again: it is the next run"
            .formatted(options.endAfter().toSeconds(), run.reached(), expected.getAsInt()));
  }

  /** Ends the present run, if there is one. */
  public void end() throws InterruptedException {
    opening.giveUpLeft();
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
      if (options.expected().replaceAborted()) {
        opening.again();
      }
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
