package io.mindstream.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A TCP port of this machine.
 *
 * @param number 1 to 65535
 * @param option the command line option that chooses another one, for error messages
 */
public record Port(int number, String option) {

  private static final int MAX = 65535;

  /** Checks the number. */
  public Port {
    if (number < 1 || number > MAX) {
      throw new IllegalArgumentException(option + ": a port is 1 to 65535, got " + number);
    }
  }

  /** A port that is free now, chosen by the system. */
  public static Port anyFree(String option) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Port(socket.getLocalPort(), option);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on this machine", e);
    }
  }

  /**
   * Checks that nobody listens here.
   *
   * @throws EmbeddedPartException where the port is taken; the message names a free one
   */
  public Port requireFree() {
    if (taken()) {
      throw new EmbeddedPartException(
          "port %d is taken; use %s %d, or --ports auto"
              .formatted(number, option, anyFree(option).number()),
          null);
    }
    return this;
  }

  private boolean taken() {
    return !canBind(new InetSocketAddress(number))
        || !canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port whose last connections still fade away is free, as it is for the servers here.
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
