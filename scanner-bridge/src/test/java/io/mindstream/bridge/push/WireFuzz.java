package io.mindstream.bridge.push;

import io.mindstream.bridge.net.Fuzz;
import io.mindstream.bridge.net.Mutations;
import io.mindstream.bridge.net.TimedInput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Broken inputs of a format. */
public final class WireFuzz {

  private final byte[] good;

  /** Inputs like a good one. */
  public WireFuzz(byte[] good) {
    this.good = good.clone();
  }

  /** Sends many to a feed, one after the other. */
  public void send(int port, Fuzz fuzz) throws IOException {
    Mutations mutations = new Mutations(1);
    for (int i = 0; i < Mutations.COUNT; i++) {
      fuzz.send(port, mutations.of(good));
    }
  }

  /** The most bytes that reading any of many has allocated. */
  public long mostAllocated(Wire wire) throws Exception {
    Mutations mutations = new Mutations(2);
    long most = 0;
    for (int i = 0; i < Mutations.COUNT; i++) {
      try (Socket socket = Fuzz.received(mutations.of(good))) {
        most = Math.max(most, Fuzz.allocated(() -> read(wire, socket)));
      }
    }
    return most;
  }

  private static void read(Wire wire, Socket socket) throws InterruptedException {
    try {
      wire.read(new TimedInput(socket), OutputStream.nullOutputStream(), Peers.unheard());
    } catch (IOException e) {
      return; // What is broken is refused.
    }
  }
}
