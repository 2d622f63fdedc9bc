package io.mindstream.bridge.scanner;

import io.mindstream.bridge.dimse.DimseListener;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.ObjectSink;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a feed's objects come in from the network.
 *
 * @param address of the port
 * @param scanner AE title of the one that comes in here; empty for all who call
 * @param closing what closes it; may be called more than once
 */
record ScannerDoor(InetSocketAddress address, Optional<String> scanner, Runnable closing) {

  /** A port of one's own. */
  static ScannerDoor own(DimseSettings settings, ObjectSink sink, Consumer<String> notes) {
    DimseListener listener = DimseListener.open(settings, sink, notes);
    return new ScannerDoor(listener.address(), Optional.empty(), listener::close);
  }

  void close() {
    closing.run();
  }

  /** For people. */
  String description() {
    String port =
        "DICOM at %s port %d".formatted(address.getAddress().getHostAddress(), address.getPort());
    return scanner.map(title -> port + " of " + title).orElse(port);
  }
}
