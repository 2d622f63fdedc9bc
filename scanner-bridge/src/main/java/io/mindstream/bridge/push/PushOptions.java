package io.mindstream.bridge.push;

import io.mindstream.bridge.live.RunStart;
import io.mindstream.schemas.fmri.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is made of pushed volumes, and what they do not say themselves.
 *
 * @param firstRun the id of the first run; those after it count on
 * @param repetitionTimeSeconds TR; empty for the one that the sender says
 * @param mask mask file; empty for a threshold on each run's first volume
 * @param roiThreshold fraction of the first volume's 98th percentile, above 0 and below 1
 * @param events BIDS events, there already or still to come; with {@code {run}} in its name a file
 *     for each run, else of the first run alone; empty for runs without trials
 * @param endAfter a run ends when no volume came for so long
 * @param once true ends the feed with its first run
 * @param expected how the run is meant to be
 * @param name how runs are named after their series; empty for the first run's labels and numbers
 *     that go on
 */
public record PushOptions(
    RunId firstRun,
    OptionalDouble repetitionTimeSeconds,
    Optional<Path> mask,
    double roiThreshold,
    Optional<Path> events,
    Duration endAfter,
    boolean once,
    Expected expected,
    Optional<RunTemplate> name) {

  private static final String RUN = "{run}";

  /**
   * What is known of runs beforehand.
   *
   * @param volumes of each run, dummies left out: with the last one the run ENDED, without it it is
   *     ABORTED; empty where nobody knows
   * @param dummies volumes that come before volume 0 and are left out
   * @param roiVoxels without a mask: so many of the first volume's brightest voxels, instead of
   *     those above the threshold
   * @param replaceAborted true gives the id of a run that broke off to the next one, which takes
   *     its place
   */
  public record Expected(
      OptionalInt volumes, int dummies, OptionalInt roiVoxels, boolean replaceAborted) {

    /** Nothing is known. */
    public static final Expected NOTHING =
        new Expected(OptionalInt.empty(), 0, OptionalInt.empty(), false);

    /** Checks the numbers. */
    public Expected {
      if (dummies < 0 || volumes.orElse(1) < 1 || roiVoxels.orElse(1) < 1) {
        throw new IllegalArgumentException(
            "--dummies is 0 or more, --volumes and --roi-voxels 1 or more, got %d, %s and %s"
                .formatted(dummies, volumes, roiVoxels));
      }
    }
  }

  /** Options of runs that are numbered. */
  public PushOptions(
      RunId firstRun,
      OptionalDouble repetitionTimeSeconds,
      Optional<Path> mask,
      double roiThreshold,
      Optional<Path> events,
      Duration endAfter,
      boolean once,
      Expected expected) {
    this(
        firstRun,
        repetitionTimeSeconds,
        mask,
        roiThreshold,
        events,
        endAfter,
        once,
        expected,
        Optional.empty());
  }

  /** Options of runs of which nothing is known beforehand. */
  public PushOptions(
      RunId firstRun,
      OptionalDouble repetitionTimeSeconds,
      Optional<Path> mask,
      double roiThreshold,
      Optional<Path> events,
      Duration endAfter,
      boolean once) {
    this(
        firstRun,
        repetitionTimeSeconds,
        mask,
        roiThreshold,
        events,
        endAfter,
        once,
        Expected.NOTHING);
  }

  /**
   * The same with another first run, of another person; {@code {subject}} in the names of mask and
   * events becomes theirs.
   */
  public PushOptions from(RunId run) {
    return new PushOptions(
        run,
        repetitionTimeSeconds,
        mask.map(file -> ofSubject(file, run)),
        roiThreshold,
        events.map(file -> ofSubject(file, run)),
        endAfter,
        once,
        expected,
        name);
  }

  /** A file's name with a run's subject in the place of {@code {subject}}. */
  public static Path ofSubject(Path file, RunId run) {
    return Path.of(file.toString().replace("{subject}", run.subject()));
  }

  /** Checks the numbers. */
  public PushOptions {
    if (repetitionTimeSeconds.isPresent()
        && !RunStart.plausible(repetitionTimeSeconds.getAsDouble())) {
      throw new IllegalArgumentException(
          "--tr is in seconds, above 0 and at most 30, got " + repetitionTimeSeconds.getAsDouble());
    }
    if (!(roiThreshold > 0 && roiThreshold < 1)) {
      throw new IllegalArgumentException(
          "--roi-threshold is a fraction above 0 and below 1, got " + roiThreshold);
    }
    if (endAfter.isNegative() || endAfter.isZero()) {
      throw new IllegalArgumentException(
          "--end-after is in seconds, above 0, got " + endAfter.toMillis() / 1e3);
    }
  }

  /** The events of a run. */
  Optional<Path> events(RunId run) {
    Optional<Path> own =
        events
            .filter(path -> path.toString().contains(RUN))
            .map(path -> Path.of(path.toString().replace(RUN, run.run().orElse("1"))));
    return own.isPresent() || !run.equals(firstRun) ? own : events;
  }
}
