package io.mindstream.imaging.bids;

import io.mindstream.schemas.fmri.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run in a folder.
 *
 * @param runId from the file's name
 * @param bold the series
 * @param events the {@code _events.tsv} that applies, beside it or above it, where there is one
 * @param sidecars the {@code _bold.json} files that apply, the most telling first
 */
public record BidsRun(RunId runId, Path bold, Optional<Path> events, List<Path> sidecars) {

  /** Keeps a list of its own. */
  public BidsRun {
    sidecars = List.copyOf(sidecars);
  }
}
