package io.mindstream.bridge.push;

import io.mindstream.bridge.net.TimedInput;
import java.io.IOException;
import java.io.OutputStream;

/** A format in which scanners push volumes. Its connections are read by a thread each. */
@FunctionalInterface
public interface Wire {

  /**
   * Reads a connection until the sender closes it.
   *
   * @param out to the sender, for formats that answer
   * @param peer takes what is read
   * @throws IOException where the connection breaks, or says what cannot be understood
   * @throws InterruptedException where the feed is over
   */
  void read(TimedInput in, OutputStream out, Peer peer) throws IOException, InterruptedException;
}
