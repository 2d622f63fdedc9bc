package io.mindstream.bridge.net;

import java.net.InetSocketAddress;
import java.util.Optional;

/** A port that others than this machine reach. */
public final class OpenPort {

  private OpenPort() {}

  /** What a person must know of an address, if anything. */
  public static Optional<String> warning(InetSocketAddress address) {
    return address.getAddress().isLoopbackAddress()
        ? Optional.empty()
        : Optional.of(
            "WARNING: listening on %s port %d: whoever reaches this machine can send to it, NOBODY IS ASKED FOR A NAME; let a firewall pass the scanner alone, or leave out --bind"
                .formatted(address.getAddress().getHostAddress(), address.getPort()));
  }
}
