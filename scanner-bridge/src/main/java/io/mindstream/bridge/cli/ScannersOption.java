package io.mindstream.bridge.cli;

import io.mindstream.bridge.scanner.ScannerLane;
import io.mindstream.schemas.fmri.RunId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which scanners send at once, and who lies in each. */
public final class ScannersOption {

  @Option(
      names = "--scanner",
      paramLabel = "AE=sub-01",
      description =
          "A scanner by its AE title, and who lies in it; once for each of several that send at the"
              + " same time. Each has runs and a spool of its own, and no others may connect. The"
              + " session, task and run may follow: AE=sub-01_ses-02_task-x_run-03; what lacks is as"
              + " for a single scanner. {subject} in the name of --mask is each one's.")
  private List<String> scanners = new ArrayList<>();

  /** Made by picocli. */
  public ScannersOption() {}

  /** True where scanners are named. */
  public boolean given() {
    return !scanners.isEmpty();
  }

  /** As {@code mindstream.bridge.scanner.scanners} takes them. */
  public String list() {
    return String.join(",", scanners);
  }

  /** As {@link ScannerLane#of}. */
  public List<ScannerLane> lanes(RunId usual) {
    return ScannerLane.of(scanners, usual);
  }
}
