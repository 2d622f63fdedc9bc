package io.mindstream.bridge.console;

import io.mindstream.bridge.source.Pacer;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Where a session is sent. */
public sealed interface Target {

  /** For people. */
  String description();

  /**
   * Opens the way there.
   *
   * @param volumesASecond at which they come
   */
  Delivery open(Vendor vendor, Pacer.Pause pause, double volumesASecond);

  /**
   * DICOM files.
   *
   * @param path the folder, made where it lacks
   */
  record Folder(Path path) implements Target {
    @Override
    public String description() {
      return "files in " + path;
    }

    @Override
    public Delivery open(Vendor vendor, Pacer.Pause pause, double volumesASecond) {
      return new FolderDelivery(vendor.format(), path, pause, volumesASecond);
    }
  }

  /**
   * C-STORE.
   *
   * @param receiver where it listens
   * @param calling own AE title
   * @param called the receiver's
   */
  record Store(InetSocketAddress receiver, String calling, String called) implements Target {
    @Override
    public String description() {
      return "DICOM node %s at %s port %d"
          .formatted(called, receiver.getHostString(), receiver.getPort());
    }

    @Override
    public Delivery open(Vendor vendor, Pacer.Pause pause, double volumesASecond) {
      return new StoreDelivery(vendor, this);
    }
  }

  /**
   * Volumes over TCP, whatever the vendor.
   *
   * @param receiver where it listens
   */
  record Tcp(InetSocketAddress receiver) implements Target {
    @Override
    public String description() {
      return "TCP at %s port %d".formatted(receiver.getHostString(), receiver.getPort());
    }

    @Override
    public Delivery open(Vendor vendor, Pacer.Pause pause, double volumesASecond) {
      return new TcpDelivery(receiver);
    }
  }
}
