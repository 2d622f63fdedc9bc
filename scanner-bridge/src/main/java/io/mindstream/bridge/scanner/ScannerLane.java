package io.mindstream.bridge.scanner;

import io.mindstream.bridge.push.RunDesk;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.schemas.fmri.RunId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several scanners that send to a port at the same time.
 *
 * @param scanner its AE title
 * @param firstRun id of its first run, with whoever lies in it
 */
public record ScannerLane(String scanner, RunId firstRun) {

  private static final Pattern ENTITIES =
      Pattern.compile(
          "sub-([A-Za-z0-9]+)(?:_ses-([A-Za-z0-9]+))?(?:_task-([A-Za-z0-9]+))?(?:_run-([0-9]+))?");

  /**
   * The lanes of scanners.
   *
   * @param named scanners by their AE titles, and who lies in each, such as {@code
   *     MRC40123=sub-01_ses-02}
   * @param usual what lacks
   * @throws IllegalArgumentException where one is no such name, or two are of one scanner or person
   */
  public static List<ScannerLane> of(List<String> named, RunId usual) {
    List<ScannerLane> lanes = named.stream().map(name -> lane(name, usual)).toList();
    if (repeats(lanes, ScannerLane::scanner)) {
      throw new IllegalArgumentException(
          "nobody knows who lies in a scanner that is named twice; give each --scanner an AE title"
              + " of its own");
    }
    if (repeats(lanes, ScannerLane::subject)) {
      throw new IllegalArgumentException(
          "nobody lies in two scanners at once; give each --scanner a subject of its own");
    }
    return lanes;
  }

  /** True where two are the same. */
  private static boolean repeats(List<ScannerLane> lanes, Function<ScannerLane, String> name) {
    return lanes.stream().map(name).distinct().count() < lanes.size();
  }

  private static ScannerLane lane(String named, RunId usual) {
    String[] parts = named.split("=", 2);
    String scanner = parts[0].strip();
    String name = parts.length == 2 ? parts[1].strip() : "";
    Matcher entities = ENTITIES.matcher(name);
    if (!entities.matches()) {
      throw new IllegalArgumentException(
          "--scanner %s=%s: who lies in it is named as in BIDS, for example --scanner %s=sub-01"
              .formatted(scanner, name, scanner));
    }
    return new ScannerLane(
        scanner,
        new RunId(
            entities.group(1),
            Optional.ofNullable(entities.group(2)).or(usual::session),
            Optional.ofNullable(entities.group(3)).orElse(usual.task()),
            Optional.ofNullable(entities.group(4)).or(usual::run)));
  }

  /** Whoever lies in it, such as {@code 01}. */
  public String subject() {
    return firstRun.subject();
  }

  /** For people. */
  public String title() {
    return "%s (sub-%s)".formatted(scanner, subject());
  }

  /** A spool of its own within that of all. */
  public SpoolSettings spool(SpoolSettings all) {
    return new SpoolSettings(all.folder().resolve("sub-" + subject()), all.maxBytes());
  }

  /**
   * Its feed.
   *
   * @param options those of all scanners
   * @param all the spool of all, see {@link #spool}
   * @param notes hears what a person should know, as {@link ScannerFeed#open} has it
   */
  public ScannerFeed feed(
      ScannerPort port,
      ScannerOptions options,
      RunDesk desk,
      SpoolSettings all,
      Consumer<String> notes) {
    ScannerOptions its = options.from(firstRun).holdingIn(spool(all));
    return ScannerFeed.at(port, scanner, its, desk, notes);
  }
}
