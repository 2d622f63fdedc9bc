package io.mindstream.bridge.push;

import io.mindstream.bridge.live.EventsFile;
import io.mindstream.bridge.net.Conversation;
import io.mindstream.bridge.net.Listener;
import io.mindstream.bridge.net.Notes;
import io.mindstream.bridge.net.TimedInput;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.imaging.roi.MaskFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Runs whose volumes a scanner pushes over TCP, in one of several formats. Listens from its making
 * on, until {@link #finish}, or to the end of its first run where told.
 */
public final class PushFeed implements LiveFeed {

  private static final int LOOK_MILLIS = 100;
  private static final int MOST_CONNECTIONS = 8;

  private final PushOptions options;
  private final Listener listener;
  private final BlockingQueue<Arrival> arrivals;
  private final Consumer<String> notes;
  private final PushedStart starts;
  private final String name;
  private final CountDownLatch finish = new CountDownLatch(1);

  private PushFeed(
      String name,
      Listener listener,
      BlockingQueue<Arrival> arrivals,
      PushedStart starts,
      Consumer<String> notes) {
    this.name = name;
    this.options = starts.options();
    this.listener = listener;
    this.arrivals = arrivals;
    this.starts = starts;
    this.notes = notes;
  }

  /**
   * Opens the port.
   *
   * @param name of the format, for people
   * @param notes hears what a person should know, on the feed's thread
   * @throws io.mindstream.bridge.source.FeedException where the port cannot be had
   * @throws io.mindstream.imaging.roi.RoiException where the mask is none
   * @throws io.mindstream.imaging.nifti.NiftiException where the mask cannot be read
   * @throws io.mindstream.imaging.bids.BidsException where the events are no table of events
   */
  public static PushFeed open(
      String name,
      InetSocketAddress address,
      Wire wire,
      PushOptions options,
      Consumer<String> notes) {
    Optional<MaskFile> mask = options.mask().map(MaskFile::read);
    new EventsFile(options.events(options.firstRun()), notes).requireReadable();
    BlockingQueue<Arrival> arrivals = Peer.queue();
    Conversation conversation = socket -> converse(wire, socket, new Peer(arrivals));
    Listener listener =
        Listener.open(address, "scanner-bridge-feed-port", MOST_CONNECTIONS, conversation);
    return new PushFeed(name, listener, arrivals, new PushedStart(options, mask, name), notes);
  }

  private static void converse(Wire wire, Socket socket, Peer peer) throws InterruptedException {
    try {
      wire.read(new TimedInput(socket), socket.getOutputStream(), peer);
    } catch (IOException e) {
      peer.broken("a connection is closed: " + e.getMessage());
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return listener.address();
  }

  @Override
  public String description() {
    return "%s at %s port %d"
        .formatted(name, address().getAddress().getHostAddress(), address().getPort());
  }

  @Override
  public void listen(LiveReceiver receiver) throws InterruptedException {
    PushedRuns runs = new PushedRuns(starts, receiver, new Notes(notes));
    try (listener) {
      while (!finished() && !(options.once() && runs.ended() > 0)) {
        take(Peer.next(arrivals, LOOK_MILLIS), runs);
        runs.tick(Instant.now());
      }
    }
    while (!arrivals.isEmpty() && !(options.once() && runs.ended() > 0)) {
      take(Peer.next(arrivals, 0), runs);
    }
    runs.end();
  }

  /** What connections say of their end is this feed's own doing once it was told to finish. */
  private void take(Optional<Arrival> arrival, PushedRuns runs) throws InterruptedException {
    if (arrival.isPresent() && (arrival.get() instanceof Arrival.Volume || !finished())) {
      runs.take(arrival.get());
    }
  }

  private boolean finished() {
    return finish.getCount() == 0;
  }

  @Override
  public void finish() {
    finish.countDown();
    listener.close();
  }
}
