package io.mindstream.bridge.mrd;

import io.mindstream.bridge.net.TimedInput;
import io.mindstream.bridge.push.Peer;
import io.mindstream.bridge.push.PushFeed;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.push.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** MRD images over TCP: each connection is a measurement, and a run. */
public final class MrdImages implements Wire {

  private static final String FORMAT = "MRD images over TCP";

  private final MrdChoice choice;
  private final Duration patience;
  private final AtomicInteger connections = new AtomicInteger();

  MrdImages(MrdChoice choice, Duration patience) {
    this.choice = choice;
    this.patience = patience;
  }

  /**
   * A feed of what is sent to a port from now on; see {@link PushFeed#open} for what it throws.
   *
   * @param choice which images are taken
   * @param notes hears what a person should know, on the feed's thread
   */
  public static PushFeed open(
      InetSocketAddress address, MrdChoice choice, PushOptions options, Consumer<String> notes) {
    return PushFeed.open(
        FORMAT, address, new MrdImages(choice, options.endAfter()), options, notes);
  }

  @Override
  public void read(TimedInput in, OutputStream out, Peer peer)
      throws IOException, InterruptedException {
    String series = "measurement " + connections.incrementAndGet();
    MrdVolumes volumes = new MrdVolumes(series, choice, peer);
    new MrdConversation(in, out, peer, volumes, patience).run();
  }
}
