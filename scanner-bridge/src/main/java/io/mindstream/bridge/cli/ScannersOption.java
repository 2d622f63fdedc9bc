package io.mindstream.bridge.cli;

import io.mindstream.schemas.fmri.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which scanners send at once, and who lies in each. */
final class ScannersOption {

  private static final Pattern ENTITIES =
      Pattern.compile(
          "sub-([A-Za-z0-9]+)(?:_ses-([A-Za-z0-9]+))?(?:_task-([A-Za-z0-9]+))?(?:_run-([0-9]+))?");

  @Option(
      names = "--scanner",
      paramLabel = "AE=sub-01",
      description =
          "A scanner by its AE title, and who lies in it; once for each of several that send at the"
              + " same time. Each has runs and a spool of its own, and no others may connect. The"
              + " session, task and run may follow: AE=sub-01_ses-02_task-x_run-03; what lacks is"
              + " that of --session, --task and --run.")
  private Map<String, String> scanners = new LinkedHashMap<>();

  boolean given() {
    return !scanners.isEmpty();
  }

  /**
   * Each scanner's first run.
   *
   * @param usual what lacks
   * @throws IllegalArgumentException where one is no name, or two are of one person
   */
  Map<String, RunId> runs(RunId usual) {
    Map<String, RunId> runs = new LinkedHashMap<>();
    scanners.forEach((scanner, name) -> runs.put(scanner.strip(), run(scanner, name, usual)));
    long people = runs.values().stream().map(RunId::subject).distinct().count();
    if (people < scanners.size()) {
      throw new IllegalArgumentException(
          "nobody lies in two scanners at once; give each --scanner a subject of its own");
    }
    return runs;
  }

  private static RunId run(String scanner, String name, RunId usual) {
    Matcher entities = ENTITIES.matcher(name);
    if (!entities.matches()) {
      throw new IllegalArgumentException(
          "--scanner %s=%s: who lies in it is named as in BIDS, for example --scanner %s=sub-01"
              .formatted(scanner, name, scanner));
    }
    return new RunId(
        entities.group(1),
        Optional.ofNullable(entities.group(2)).or(usual::session),
        Optional.ofNullable(entities.group(3)).orElse(usual.task()),
        Optional.ofNullable(entities.group(4)).or(usual::run));
  }
}
