package io.mindstream.bridge.cli;

import io.mindstream.bridge.dimse.DimseSettings;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The port for C-STORE, and who may send to it. */
final class DicomPortOptions {

  private static final int PORT = 11_112;

  @Mixin private BindOptions bind = new BindOptions();

  @Option(
      names = "--ae-title",
      paramLabel = "TITLE",
      defaultValue = "MINDSTREAM",
      description = "Own AE title (default: ${DEFAULT-VALUE}).")
  private String aeTitle = "";

  @Option(
      names = "--check-called",
      description = "Refuse who calls another AE title than one's own.")
  private boolean checkCalled;

  @Option(
      names = "--allow",
      paramLabel = "TITLE",
      split = ",",
      description = "AE titles that may connect (default: any).")
  private Set<String> allowed = Set.of();

  /** True where the port was named. */
  boolean named() {
    return bind.named();
  }

  /** True where only some may connect. */
  boolean limited() {
    return !allowed.isEmpty();
  }

  DimseSettings settings() {
    return new DimseSettings(bind.address(PORT), aeTitle).only(allowed, checkCalled);
  }
}
