package io.mindstream.bridge.watch;

import io.mindstream.bridge.live.EventsFile;
import io.mindstream.bridge.live.LiveRun;
import io.mindstream.bridge.live.RunClock;
import io.mindstream.bridge.live.RunStart;
import io.mindstream.bridge.live.Silence;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.OpenRun;
import io.mindstream.bridge.watch.VolumeOrder.Turn;
import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.nifti.NiftiException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run from a folder in which its volumes appear one by one, each a NIfTI file of its own. The
 * run starts with the first volume, and ends when none came for long or on {@link #finish}. After a
 * bridge that was killed it goes on with its run.
 */
public final class FolderFeed implements LiveFeed {

  private static final long LOOK_MILLIS = 100;
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(3);
  private static final int PATIENCE_TRS = 2;

  private final WatchOptions options;
  private final VolumeFolder folder;
  private final VolumeOrder order;
  private final EventsFile events;
  private final Consumer<String> notes;
  private final CountDownLatch finish = new CountDownLatch(1);
  private @Nullable LiveRun run;
  private Optional<ResumedRun> resumed = Optional.empty();
  private final Silence silence;
  private String trouble = "";

  private FolderFeed(WatchOptions options, EventsFile events, Consumer<String> notes) {
    this.options = options;
    this.folder = new VolumeFolder(options.folder());
    this.order = new VolumeOrder(notes);
    this.events = events;
    this.notes = notes;
    this.silence = new Silence(options.endAfter(), Instant.now());
  }

  /**
   * A feed of what appears in a folder from now on, and of what is there.
   *
   * @param notes hears what a person should know, on the feed's thread
   * @throws BidsException where the folder is not there, or the events are no table of events
   */
  public static FolderFeed open(WatchOptions options, Consumer<String> notes) {
    if (!Files.isDirectory(options.folder())) {
      throw new BidsException(
          options.folder(), "is not a folder; make it, or check the path given by --source");
    }
    EventsFile events = new EventsFile(options.events(), notes);
    events.requireReadable();
    return new FolderFeed(options, events, notes);
  }

  @Override
  public String description() {
    return options.folder() + ", live";
  }

  /** Goes on with a run of this folder that had not been silent for long. */
  @Override
  public boolean goesOn(OpenRun open) {
    resumed = ResumedRun.of(open, options, Instant.now());
    return resumed.isPresent();
  }

  @Override
  public void finish() {
    finish.countDown();
  }

  @Override
  public void listen(LiveReceiver receiver) throws InterruptedException {
    boolean over = false;
    if (resumed.isPresent()) {
      goOn(resumed.get(), receiver);
    } else if (options.newOnly()) {
      leaveOutWhatIsThere();
    }
    while (!over) {
      boolean finished = finish.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      look();
      publish(receiver, finished ? Duration.ZERO : patience());
      over = finished || (run != null && isOver(run));
    }
    order.sayWhatWasNeverWhole();
    if (run != null) {
      run.end(Instant.now());
    }
  }

  private void leaveOutWhatIsThere() {
    List<FileSight> there = list();
    order.ignore(there);
    notes.accept(there.size() + " volumes that are there already are left out");
  }

  private void goOn(ResumedRun open, LiveReceiver receiver) {
    order.ignore(open.olderThanTheRun(list()));
    open.tell(order, list(), events);
    run = open.run(events, receiver);
    notes.accept(open.toString());
  }

  private List<FileSight> list() {
    try {
      return folder.look();
    } catch (IOException e) {
      throw new FeedException(unlistable(e));
    }
  }

  private String unlistable(IOException e) {
    return options.folder() + ": cannot be listed (" + e.getMessage() + "); check disk and network";
  }

  private Duration patience() {
    return run == null
        ? FIRST_PATIENCE
        : Duration.ofMillis(Math.round(PATIENCE_TRS * 1e3 * run.repetitionTimeSeconds()));
  }

  private void publish(LiveReceiver receiver, Duration patience) throws InterruptedException {
    Optional<Turn> turn = order.next(Instant.now(), patience);
    while (turn.isPresent()) {
      publish(turn.get(), receiver);
      turn = order.next(Instant.now(), patience);
    }
    if (run != null) {
      run.events(Instant.now());
    }
  }

  private void publish(Turn turn, LiveReceiver receiver) throws InterruptedException {
    ScannedVolume volume;
    try {
      volume = ScannedVolume.read(options.folder().resolve(turn.file().name()));
    } catch (NiftiException e) {
      order.unreadable(turn, String.valueOf(e.getMessage()));
      return;
    }
    Instant now = Instant.now();
    LiveRun present = run == null ? begin(turn, volume, receiver, now) : run;
    run = present;
    order.taken(turn);
    volume.requireGrid(present.grid());
    present.volume(turn.index(), volume.data(), now);
    silence.broken(Instant.now());
  }

  private LiveRun begin(Turn turn, ScannedVolume first, LiveReceiver receiver, Instant now)
      throws InterruptedException {
    RunStart start = WatchedStart.of(options, first, notes);
    RunClock clock = new RunClock(start.run().repetitionTimeSeconds(), order.waiting(), now);
    notes.accept(
        "region of interest " + start.roi().getRoiId() + ": " + start.roi().getDescription());
    LiveRun begun = new LiveRun(start, clock, events, receiver);
    begun.begin(turn.file().number());
    return begun;
  }

  private boolean isOver(LiveRun present) {
    Instant now = Instant.now();
    silence.note(now, present.repetitionTimeSeconds()).ifPresent(notes);
    if (silence.over(now) && !trouble.isEmpty()) {
      throw new FeedException(trouble);
    }
    return silence.over(now);
  }

  /** A network folder may be away for a moment; only where it stays away the run breaks off. */
  private void look() {
    try {
      order.look(folder.look());
      trouble = "";
    } catch (IOException e) {
      String now = unlistable(e);
      if (!now.equals(trouble)) {
        notes.accept(now);
      }
      trouble = now;
    }
  }
}
