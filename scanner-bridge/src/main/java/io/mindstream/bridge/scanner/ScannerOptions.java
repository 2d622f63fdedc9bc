package io.mindstream.bridge.scanner;

import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.schemas.fmri.RunId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where DICOM objects come from and what is made of them.
 *
 * @param network how they are received by C-STORE; empty where they are not
 * @param folder where a scanner writes them, folders below included; empty where it does not
 * @param existing true takes what lies in the folder already
 * @param assembly how volumes are put together, and of which series
 * @param runs what is made of volumes
 * @param held where slices from the network lie until their volume is whole; empty for memory alone
 */
public record ScannerOptions(
    Optional<DimseSettings> network,
    Optional<Path> folder,
    boolean existing,
    AssemblySettings assembly,
    PushOptions runs,
    Optional<Path> held) {

  /** Checks that there is a source. */
  public ScannerOptions {
    if (network.isEmpty() && folder.isEmpty()) {
      throw new IllegalArgumentException("a scanner needs a port or a folder to send to");
    }
  }

  /** The same with slices that a killed bridge does not know again. */
  public ScannerOptions(
      Optional<DimseSettings> network,
      Optional<Path> folder,
      boolean existing,
      AssemblySettings assembly,
      PushOptions runs) {
    this(network, folder, existing, assembly, runs, Optional.empty());
  }

  /** The same for runs of another person, see {@link PushOptions#from}. */
  public ScannerOptions from(RunId run) {
    return new ScannerOptions(network, folder, existing, assembly, runs.from(run), held);
  }

  /** The same with slices that lie beside what waits for Kafka, in a folder of their own. */
  public ScannerOptions holdingIn(SpoolSettings spool) {
    Path slices = spool.folder().resolve("slices");
    return new ScannerOptions(network, folder, existing, assembly, runs, Optional.of(slices));
  }
}
