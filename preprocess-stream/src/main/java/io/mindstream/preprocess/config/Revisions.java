package io.mindstream.preprocess.config;

import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.service.config.SettingProblems;
import java.time.Duration;
import java.util.List;

/**
 * When a trial is answered: an early answer may be refined as more volumes come in.
 *
 * @param delays from the end of a trial's window to each answer, rising; the first answer is
 *     revision 1
 */
public record Revisions(List<Duration> delays) {

  /** One answer, as soon as the window is over. */
  public static final Revisions ONCE = new Revisions(List.of(Duration.ZERO));

  /** Copies the list. */
  public Revisions {
    delays = List.copyOf(delays);
  }

  /** How many answers a trial gets. */
  public int count() {
    return delays.size();
  }

  /**
   * The volume after which an answer is due.
   *
   * @param revision origin 0
   * @return its index, at least the window's last
   */
  public int dueVolume(int revision, TrialWindow window, double repetitionTimeSeconds) {
    double volumes = delays.get(revision).toNanos() / 1e9 / repetitionTimeSeconds;
    return (int) Math.min(Integer.MAX_VALUE, window.last() + Math.ceil(volumes - 1e-6));
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
