package io.mindstream.preprocess.config;

import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.quality.QualityLimits;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.service.config.SettingProblems;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the preprocess stream works. Each setting is {@code mindstream.preprocess.NAME}.
 *
 * @param windows how a run is cut into windows
 * @param method how volumes become a vector
 * @param realign what is done about the head's motion
 * @param quality from where on a volume or a trial is flagged
 * @param revisions when a trial is answered, {@code per-event} only
 * @param minShare least share of a window's volumes that must be there, above 0 to 1
 * @param waits how long to wait for what
 * @param lateVolumes by how many volumes of a higher index a volume may be overtaken
 * @param heldRecords most records of one topic that wait for one run
 * @param engine how Kafka Streams runs
 */
public record PreprocessConfig(
    WindowMode windows,
    VectorMethod method,
    Realign realign,
    QualityLimits quality,
    Revisions revisions,
    double minShare,
    Waits waits,
    int lateVolumes,
    int heldRecords,
    Engine engine) {

  /** Begins the name of each setting. */
  static final String PREFIX = "mindstream.preprocess";

  /** What works without any setting. */
  public static final PreprocessConfig DEFAULT =
      new PreprocessConfig(
          WindowMode.PerEvent.STANDARD,
          new VectorMethod.Mean(),
          Realign.WATCH,
          QualityLimits.DEFAULT,
          Revisions.ONCE,
          0.5,
          new Waits(
              Duration.ofSeconds(30),
              Duration.ofSeconds(10),
              Duration.ofSeconds(10),
              Duration.ofHours(1)),
          2,
          32,
          new Engine(
              "mindstream-preprocess",
              Path.of(System.getProperty("java.io.tmpdir"), "mindstream", "preprocess"),
              Duration.ofMillis(20),
              1,
              8,
              Duration.ofSeconds(20)));

  /**
   * Checks all settings.
   *
   * @throws IllegalArgumentException naming every setting that is wrong, with the fix
   */
  public PreprocessConfig {
    SettingProblems problems = new SettingProblems(PreprocessConfig.PREFIX);
    check(problems, windows, method, revisions, minShare, lateVolumes, heldRecords);
    waits.check(problems);
    engine.check(problems);
    problems.throwIfAny();
  }

  /** The same settings with another window mode and method. */
  public PreprocessConfig with(WindowMode mode, VectorMethod other) {
    return with(mode, other, realign, revisions, waits, engine);
  }

  /** The same settings with something else done about motion. */
  public PreprocessConfig with(Realign other) {
    return with(windows, method, other, revisions, waits, engine);
  }

  /** The same settings with other revisions. */
  public PreprocessConfig with(Revisions other) {
    return with(windows, method, realign, other, waits, engine);
  }

  /** The same settings with other waits. */
  public PreprocessConfig with(Waits other) {
    return with(windows, method, realign, revisions, other, engine);
  }

  /** The same settings with another engine. */
  public PreprocessConfig with(Engine other) {
    return with(windows, method, realign, revisions, waits, other);
  }

  private PreprocessConfig with(
      WindowMode mode,
      VectorMethod made,
      Realign moved,
      Revisions answers,
      Waits waiting,
      Engine run) {
    return new PreprocessConfig(
        mode, made, moved, quality, answers, minShare, waiting, lateVolumes, heldRecords, run);
  }

  /**
   * Checks that enough of a window's volumes are there.
   *
   * @param trial index of the trial, for people
   * @param used how many are
   * @throws PipelineException with {@link FailureCode#TOO_FEW_VOLUMES}
   */
  public void requireShare(int trial, TrialWindow window, int used) {
    if (used < 1 || used < minShare * window.volumes()) {
      throw new PipelineException(
          FailureCode.TOO_FEW_VOLUMES,
          String.format(
              "trial %d has %d of the %d volumes of its window %s; min-share is %s",
              trial, used, window.volumes(), window, minShare));
    }
  }

  static void check(
      SettingProblems problems,
      WindowMode windows,
      VectorMethod method,
      Revisions revisions,
      double minShare,
      int lateVolumes,
      int heldRecords) {
    problems.check(
        minShare > 0 && minShare <= 1, "min-share must be above 0 and at most 1, is " + minShare);
    int steady = method.steadyVolumes().orElse(0);
    problems.check(steady >= 0, "steady-volumes must be 0 or more, is " + steady);
    problems.check(lateVolumes >= 0, "late-volumes must be 0 or more, is " + lateVolumes);
    problems.check(heldRecords > 0, "held-records must be 1 or more, is " + heldRecords);
    windowProblems(problems, windows);
    problems.check(
        windows instanceof WindowMode.PerEvent || !method.knowsTrials(),
        "normalisation "
            + method.settingName()
            + " models trials, which only window per-event has; set window to per-event or another"
            + " normalisation");
    revisions.check(problems);
  }

  private static void windowProblems(SettingProblems problems, WindowMode mode) {
    if (mode instanceof WindowMode.PerEvent event) {
      problems.check(!event.delay().isNegative(), "window-delay must not be negative");
      event.length().ifPresent(length -> problems.positive("window-length", length));
    } else if (mode instanceof WindowMode.Fixed fixed) {
      problems.positive("window-length", fixed.length());
      problems.positive("window-step", fixed.step());
    }
  }

  /**
   * How long to wait, by the wall clock.
   *
   * @param header how long volumes and events wait for their run's STARTED header
   * @param roi how long a run waits for its ROI; 0 gives up at once
   * @param end how long a run that ENDED waits for published volumes and announced events
   * @param retention how long a run's rows are kept after its last record
   */
  public record Waits(Duration header, Duration roi, Duration end, Duration retention) {
    void check(SettingProblems problems) {
      problems.notNegative("header-wait", header);
      problems.notNegative("roi-wait", roi);
      problems.notNegative("end-wait", end);
      problems.positive("run-retention", retention);
    }
  }

  /**
   * How Kafka Streams runs.
   *
   * @param applicationId consumer group and prefix of internal topics
   * @param stateDir folder of local state; rebuilt from Kafka where it is lost
   * @param commitInterval how often vectors become visible; 20 ms halves the wait of 100 ms at the
   *     same processor time (deploy/benchmarks/run picture)
   * @param threads number of stream threads
   * @param bufferedRecords most records in memory a partition; a volume is a megabyte or more
   * @param closeTimeout how long a stop may take
   */
  public record Engine(
      String applicationId,
      Path stateDir,
      Duration commitInterval,
      int threads,
      int bufferedRecords,
      Duration closeTimeout) {
    void check(SettingProblems problems) {
      problems.check(!applicationId.isBlank(), "application-id must not be blank");
      problems.positive("commit-interval", commitInterval);
      problems.check(threads > 0, "threads must be 1 or more, is " + threads);
      problems.check(bufferedRecords > 0, "buffered-records must be 1 or more");
      problems.positive("close-timeout", closeTimeout);
    }
  }
}
