package io.mindstream.bridge.cli;

import io.mindstream.bridge.console.Target;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a console's volumes go. */
final class ConsoleTargetOptions {

  private static final int DICOM_PORT = 11_112;
  private static final int TCP_PORT = 15_000;
  private static final int LAST_PORT = 65_535;

  /** Ways out of a scanner. */
  enum Way {
    FOLDER,
    CSTORE,
    TCP;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--to",
      paramLabel = "WAY",
      description =
          "How volumes go out: ${COMPLETION-CANDIDATES}. Files of DICOM objects, objects by"
              + " C-STORE, or volumes over TCP as for MURFI (default: folder).")
  private @Nullable Way way;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder: where files are written, each in pieces.")
  private @Nullable Path out;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "localhost",
      description = "C-STORE, TCP: the receiver's machine (default: ${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "C-STORE, TCP: the receiver's port (default: 11112 for cstore, 15000 for tcp).")
  private @Nullable Integer port;

  @Option(
      names = "--ae-title",
      paramLabel = "TITLE",
      defaultValue = "SCANNER",
      description = "C-STORE: the scanner's own AE title (default: ${DEFAULT-VALUE}).")
  private String aeTitle = "";

  @Option(
      names = "--called",
      paramLabel = "TITLE",
      defaultValue = "MINDSTREAM",
      description = "C-STORE: the receiver's AE title (default: ${DEFAULT-VALUE}).")
  private String called = "";

  /** True where it was said where volumes go. */
  boolean named() {
    return way != null || out != null;
  }

  /**
   * The target.
   *
   * @throws IllegalArgumentException where an option lacks that its way needs
   */
  Target target() {
    return switch (way == null ? Way.FOLDER : way) {
      case FOLDER -> folder();
      case CSTORE -> new Target.Store(receiver(DICOM_PORT), aeTitle, called);
      case TCP -> new Target.Tcp(receiver(TCP_PORT));
    };
  }

  private InetSocketAddress receiver(int usual) {
    int chosen = port == null ? usual : port;
    if (chosen < 1 || chosen > LAST_PORT) {
      throw new IllegalArgumentException("--port is 1 to 65535, got " + chosen);
    }
    InetSocketAddress receiver = new InetSocketAddress(host, chosen);
    if (receiver.isUnresolved()) {
      throw new IllegalArgumentException("--host " + host + " is no machine that is found");
    }
    return receiver;
  }

  private Target folder() {
    if (out == null) {
      throw new IllegalArgumentException("--to folder needs --out DIR, the folder to write into");
    }
    return new Target.Folder(out);
  }
}
