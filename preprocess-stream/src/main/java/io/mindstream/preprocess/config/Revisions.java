package io.mindstream.preprocess.config;

import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.service.config.SettingProblems;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * When a trial is answered: an early answer may be refined as more volumes come in.
 *
 * @param delays from the end of a trial's window to each answer, rising; the first answer is
 *     revision 1
 * @param atRunEnd one more answer when the run is complete, which knows all of it
 */
public record Revisions(List<Duration> delays, boolean atRunEnd) {

  private static final int AT_END = Integer.MAX_VALUE;

  /** One answer, as soon as the window is over. */
  public static final Revisions ONCE = new Revisions(List.of(Duration.ZERO));

  /** Answers after some delays, and none at the run's end. */
  public Revisions(List<Duration> delays) {
    this(delays, false);
  }

  /** Copies the list. */
  public Revisions {
    delays = List.copyOf(delays);
  }

  /**
   * The volume after which an answer is due.
   *
   * @param revision origin 0, of those that wait for a delay
   * @return its index, at least the window's last
   */
  public int dueVolume(int revision, TrialWindow window, double repetitionTimeSeconds) {
    double volumes = delays.get(revision).toNanos() / 1e9 / repetitionTimeSeconds;
    return (int) Math.min(AT_END - 1.0, window.last() + Math.ceil(volumes - 1e-6));
  }

  /** The volumes after which the answers of {@link #dueVolume} are due, rising. */
  public List<Integer> dueVolumes(TrialWindow window, double repetitionTimeSeconds) {
    return IntStream.range(0, delays.size())
        .mapToObj(revision -> dueVolume(revision, window, repetitionTimeSeconds))
        .toList();
  }

  /** What the answer at the run's end waits for; empty where there is none. */
  public OptionalInt nextAtEnd() {
    return atRunEnd ? OptionalInt.of(AT_END) : OptionalInt.empty();
  }

  /** True where an answer that is due after a volume waits for the run's end. */
  public static boolean isAtEnd(int dueVolume) {
    return dueVolume == AT_END;
  }

  void check(SettingProblems problems) {
    problems.check(!delays.isEmpty(), "revisions must be one or more delays, for example 0s,20s");
    for (int i = 0; i < delays.size(); i++) {
      problems.notNegative("revisions", delays.get(i));
      problems.check(
          i == 0 || delays.get(i).compareTo(delays.get(i - 1)) > 0,
          "revisions must rise, for example 0s,20s");
    }
  }
}
