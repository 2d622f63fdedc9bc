package io.mindstream.bridge.scanner;

import io.mindstream.bridge.dimse.ObjectSink;
import io.mindstream.bridge.net.Notes;
import io.mindstream.bridge.push.PushedRuns;
import io.mindstream.bridge.push.RunDesk;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.OpenRun;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs of a scanner that sends DICOM by C-STORE, writes it into a folder, or both. A series is a
 * run; the next one begins the next. Listens from its making on.
 */
public final class ScannerFeed implements LiveFeed {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final ScannerOptions options;
  private final RunDesk desk;
  private final Notes notes;
  private final Semaphore wake = new Semaphore(0);
  private final ObjectInbox inbox;
  private final Optional<ScannerDoor> door;
  private final Optional<ExportFolder> folder;
  private Optional<OpenRun> left = Optional.empty();
  private final CountDownLatch finish = new CountDownLatch(1);

  private ScannerFeed(
      ScannerOptions options,
      RunDesk desk,
      Consumer<String> notes,
      Function<ObjectSink, Optional<ScannerDoor>> doors) {
    this.options = options;
    this.desk = desk;
    this.notes = new Notes(notes);
    this.inbox = new ObjectInbox(wake::release, this.notes);
    this.folder = options.folder().map(path -> new ExportFolder(path, wake::release, notes));
    if (!options.existing()) {
      folder.ifPresent(present -> skip(present.skipPresent()));
    }
    this.door = doors.apply(inbox);
  }

  /**
   * Opens the port, and looks at the folder.
   *
   * @param notes hears what a person should know, on the feed's thread and on those of senders
   * @throws io.mindstream.bridge.source.FeedException where the port or the folder cannot be had
   */
  public static ScannerFeed open(ScannerOptions options, Consumer<String> notes) {
    return open(options, new RunDesk(), notes);
  }

  /** The same with a desk at which an operator names runs and ends them. */
  public static ScannerFeed open(ScannerOptions options, RunDesk desk, Consumer<String> notes) {
    return new ScannerFeed(
        options,
        desk,
        notes,
        sink -> options.network().map(settings -> ScannerDoor.own(settings, sink, notes)));
  }

  /**
   * The feed of one of the scanners at a port.
   *
   * @param scanner its AE title
   */
  public static ScannerFeed at(
      ScannerPort port,
      String scanner,
      ScannerOptions options,
      RunDesk desk,
      Consumer<String> notes) {
    return new ScannerFeed(options, desk, notes, sink -> Optional.of(port.door(scanner, sink)));
  }

  private void skip(int files) {
    if (files > 0) {
      notes.say(files + " files that are there already are left out; --existing takes them");
    }
  }

  /** Where it listens for associations. */
  public Optional<InetSocketAddress> address() {
    return door.map(ScannerDoor::address);
  }

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    door.ifPresent(open -> parts.add(open.description()));
    options.folder().ifPresent(path -> parts.add("DICOM in " + path));
    return String.join(" and ", parts);
  }

  /**
   * A run of the same source that was left minutes ago is gone on with when its series does; a
   * folder's files since its start are looked at again, what was told of them is known by its
   * index.
   */
  @Override
  public boolean goesOn(OpenRun open) {
    boolean ours =
        open.origin() != 0
            && !open.volumes().isEmpty()
            && open.run().source().startsWith(description())
            && open.leftLately(options.runs().endAfter(), Instant.now());
    if (ours) {
      left = Optional.of(open);
      folder.ifPresent(present -> present.takeSince(open.startedAt()));
    }
    return ours;
  }

  @Override
  public void listen(LiveReceiver receiver) throws InterruptedException {
    PushedRuns runs = PushedRuns.of(options.runs(), description(), desk, receiver, notes);
    left.ifPresent(runs::goOn);
    ScannedVolumes volumes = new ScannedVolumes(options.assembly(), runs, notes);
    NetworkObjects network =
        new NetworkObjects(inbox, volumes, options.held().map(HeldSlices::new), notes);
    try {
      network.takeLeft(Instant.now());
      while (finish.getCount() > 0 && !(options.runs().once() && runs.ended() > 0)) {
        rest();
        network.take();
        look(volumes);
        volumes.tick(Instant.now());
        network.tick();
      }
    } finally {
      door.ifPresent(ScannerDoor::close);
    }
    network.take();
    look(volumes);
    folder.ifPresent(ExportFolder::close);
    volumes.end();
    network.tick();
  }

  /** Until something came, or it is time to look. */
  private void rest() throws InterruptedException {
    Instant now = Instant.now();
    Duration pause = folder.map(present -> present.pause(now)).orElse(LOOK);
    if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
      wake.drainPermits();
    }
  }

  private void look(ScannedVolumes volumes) throws InterruptedException {
    if (folder.isPresent()) {
      for (ScannedObject object : folder.get().look(Instant.now())) {
        volumes.take(object);
      }
    }
  }

  @Override
  public void finish() {
    finish.countDown();
    wake.release();
    door.ifPresent(ScannerDoor::close);
  }
}
