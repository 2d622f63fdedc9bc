package io.mindstream.bridge.cli;

import io.mindstream.service.OpenAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a scanner finds this program. */
final class BindOptions {

  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on (default: 15000 for tcp, 9002 for mrd, 11112 for dicom).")
  private @Nullable Integer port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = OpenAddress.LOOPBACK,
      description =
          "Address of this machine to listen on (default: ${DEFAULT-VALUE}, this machine alone)."
              + " Nobody who connects is asked for a name.")
  private String bind = OpenAddress.LOOPBACK;

  /** True where a port was named. */
  boolean named() {
    return port != null;
  }

  /**
   * Where to listen.
   *
   * @throws IllegalArgumentException where it is no address or no port
   */
  InetSocketAddress address(int defaultPort) {
    int chosen = port == null ? defaultPort : port;
    if (chosen < 0 || chosen > LAST_PORT) {
      throw new IllegalArgumentException("--port is 1 to 65535, or 0 for any, got " + chosen);
    }
    InetSocketAddress address = new InetSocketAddress(bind, chosen);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "--bind " + bind + " is no address; give one of this machine, such as 192.168.2.1");
    }
    return address;
  }
}
