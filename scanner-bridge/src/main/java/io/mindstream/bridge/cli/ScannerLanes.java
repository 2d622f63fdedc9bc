package io.mindstream.bridge.cli;

import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.scanner.ScannerFeed;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.scanner.ScannerPort;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.schemas.fmri.RunId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several scanners at one port: a feed and a spool for each.
 *
 * @param options of each, but for its runs' names
 * @param spool holds a folder for each
 */
record ScannerLanes(ScannerPort port, ScannerOptions options, SpoolSettings spool) {

  /**
   * A lane for each scanner.
   *
   * @param runs first runs by AE titles
   */
  Map<String, PushedOptions.Lane> of(Map<String, RunId> runs) {
    Map<String, PushedOptions.Lane> lanes = new LinkedHashMap<>();
    runs.forEach(
        (scanner, run) -> lanes.put(scanner + " (sub-" + run.subject() + ")", lane(scanner, run)));
    return lanes;
  }

  private PushedOptions.Lane lane(String scanner, RunId run) {
    SpoolSettings own =
        new SpoolSettings(spool.folder().resolve("sub-" + run.subject()), spool.maxBytes());
    PushOptions runs = options.runs().from(run);
    ScannerOptions lane =
        new ScannerOptions(
                options.network(), options.folder(), options.existing(), options.assembly(), runs)
            .holdingIn(own);
    return new PushedOptions.Lane(notes -> ScannerFeed.at(port, scanner, lane, notes), own);
  }
}
