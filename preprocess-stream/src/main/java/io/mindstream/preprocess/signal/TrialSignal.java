package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import java.util.List;
import java.util.Optional;

/**
 * What a run's signal tells of its trials, at any moment, from everything added until then. Ids are
 * indices of trials that were expected.
 *
 * <p>The response to a trial knows the trials that were expected <em>before</em> it, not those
 * after it, so that it does not depend on how far events were read ahead.
 */
public final class TrialSignal {

  private final TrialColumns columns;
  private final Optional<TrialResponses> responses;
  private final boolean standardised;
  private final boolean wholeRun;
  private int newest = -1;

  TrialSignal(SignalDesign design, TrialColumns columns, SignalRecipe recipe, boolean wholeRun) {
    this.columns = columns;
    this.wholeRun = wholeRun;
    this.responses = recipe.trials().map(model -> new TrialResponses(design, columns, model));
    this.standardised =
        recipe.trials().filter(model -> model.standard() == Standard.RUNNING).isPresent();
  }

  void expect(Trial trial, List<Integer> answers) {
    columns.trials().register(trial);
    List<Integer> due = wholeRun ? List.of(Integer.MAX_VALUE) : answers;
    responses.ifPresent(each -> each.expect(trial, due));
  }

  /** Keeps what is due before a volume that comes next, counted or not. */
  void before(int volume) {
    responses.ifPresent(each -> each.keepUntil(volume - 1));
    newest = volume;
  }

  /** Frees the columns of responses that are over before a volume that counts. */
  void settleBefore(int volume) {
    columns.settleBefore(volume);
  }

  TrialColumns columns() {
    return columns;
  }

  /** How many volumes of a trial's response there are: without one, it has no {@link #beta}. */
  public int responseVolumes(int trialId) {
    return columns.trials().find(trialId).volumes;
  }

  /**
   * True where a trial's response is over and its column is free: it has no {@link #beta} any more.
   * That is so once a volume was added whose middle is {@link Hrf#SUPPORT_SECONDS} after the
   * trial's end, or later where a trial expected before it is not over.
   */
  public boolean settled(int trialId) {
    return columns.trials().settled(trialId);
  }

  /**
   * The response to a trial alone.
   *
   * @param trialId of a trial that is not {@link #settled}
   * @return (V) in the unit of the recipe's score, as a new array
   * @throws IllegalStateException where the trial was not expected, none of its response was added
   *     or it is settled, or where the recipe has no model of trials
   */
  public float[] beta(int trialId) {
    return responses().beta(trialId);
  }

  /**
   * True where earlier responses are too few to tell a trial's against, though the recipe says so:
   * then it has no {@link #response}.
   *
   * @param answer as there
   */
  public boolean lacksEarlier(int trialId, int answer) {
    return standardised && due().earlier(trialId, number(answer)) < ResponseScale.FEWEST;
  }

  /**
   * An answer to a trial as the recipe says: against earlier responses, averaged with those of
   * repeats.
   *
   * @param trialId as in {@link #beta}
   * @param answer which of those that are due, origin 0
   * @throws IllegalStateException as {@link #beta}, or where {@link #lacksEarlier}
   */
  public TrialResponse response(int trialId, int answer) {
    return due().response(trialId, number(answer));
  }

  /** Responses with all that is due by now kept. */
  private TrialResponses due() {
    responses().keepUntil(wholeRun ? Integer.MAX_VALUE : newest);
    return responses();
  }

  private int number(int answer) {
    return wholeRun ? 0 : answer;
  }

  private TrialResponses responses() {
    return responses.orElseThrow(
        () -> new IllegalStateException("the recipe has no model of trials; use glm(...)"));
  }
}
