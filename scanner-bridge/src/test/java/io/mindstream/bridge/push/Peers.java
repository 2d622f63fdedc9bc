package io.mindstream.bridge.push;

import java.util.concurrent.LinkedBlockingQueue;

/** Connections whose arrivals nobody takes. */
public final class Peers {

  private Peers() {}

  /** A connection that never waits. */
  public static Peer unheard() {
    return new Peer(new LinkedBlockingQueue<>());
  }
}
