package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Responses to trials, where asked for against earlier ones and averaged over repeats.
 *
 * <p>An earlier response counts as it stood when its own trial was given the same answer, the first
 * or a later one. So like is compared with like: as much of each response was seen, and as few of
 * the trials after it are in its model. A response that is over would be known better in slow
 * designs, but worse in fast ones, and only half a minute later. What counts is fixed by the
 * volumes after which answers are due and by the order in which events were read, not by when it is
 * asked for.
 */
final class TrialResponses {

  private final SignalDesign design;
  private final TrialColumns columns;
  private final TrialModel model;
  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(
          Comparator.comparingInt(Due::volume)
              .thenComparingInt(Due::place)
              .thenComparingInt(Due::answer));
  private final List<Kept> kept = new ArrayList<>();

  TrialResponses(SignalDesign design, TrialColumns columns, TrialModel model) {
    this.design = design;
    this.columns = columns;
    this.model = model;
  }

  /** An answer that is due after a volume. */
  private record Due(int volume, int place, Trial trial, int answer) {}

  /** A response as it stood when an answer was due. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Kept(Trial trial, int answer, float[] response) {}

  /** Tells after which volumes a trial that was registered is answered. */
  void expect(Trial trial, List<Integer> answers) {
    if (model.compares()) {
      int place = columns.trials().find(trial.index()).place;
      for (int answer = 0; answer < answers.size(); answer++) {
        waiting.add(new Due(answers.get(answer), place, trial, answer));
      }
    }
  }

  /** Keeps what was due by a volume; to be called before one after it is added. */
  void keepUntil(int volume) {
    while (!waiting.isEmpty() && waiting.element().volume() <= volume) {
      Due due = waiting.remove();
      int id = due.trial().index();
      if (columns.trials().find(id).volumes > 0 && !columns.trials().settled(id)) {
        kept.add(new Kept(due.trial(), due.answer(), beta(id)));
      }
    }
  }

  /** The response (V) to a trial alone, from everything added so far. */
  float[] beta(int trialId) {
    return new TrialFit(design.select(columns.groups(trialId)), design.prior(), model).responses();
  }

  /** How many responses an answer to a trial is told against, where the model does so. */
  int earlier(int trialId, int answer) {
    return before(trialId, answer).size();
  }

  /** An answer to a trial; what was due by now must be kept. */
  TrialResponse response(int trialId, int answer) {
    if (!model.compares()) {
      return new TrialResponse(beta(trialId), 1);
    }
    List<Kept> before = before(trialId, answer);
    List<float[]> averaged = repeats(trialId, before);
    averaged.add(own(trialId, answer));
    double[] mean = ResponseScale.mean(averaged);
    double[] values =
        model.standard() == Standard.NONE
            ? mean
            : ResponseScale.of(before.stream().map(Kept::response).toList()).score(mean);
    return new TrialResponse(rounded(values), averaged.size());
  }

  private List<Kept> before(int trialId, int answer) {
    return kept.stream()
        .filter(each -> each.answer() == answer)
        .filter(each -> columns.trials().knows(trialId, each.trial().index()))
        .toList();
  }

  private List<float[]> repeats(int trialId, List<Kept> before) {
    Optional<String> stimulus = columns.trials().find(trialId).trial.stimulusId();
    List<float[]> repeats = new ArrayList<>();
    if (model.repeats() == Repeats.MEAN && stimulus.isPresent()) {
      before.stream()
          .filter(each -> each.trial().stimulusId().equals(stimulus))
          .forEach(each -> repeats.add(each.response()));
    }
    return repeats;
  }

  /** Where a run ends before the answer is due, its response was not kept. */
  private float[] own(int trialId, int answer) {
    return kept.stream()
        .filter(each -> each.trial().index() == trialId && each.answer() == answer)
        .findFirst()
        .map(Kept::response)
        .orElseGet(() -> beta(trialId));
  }

  private static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int v = 0; v < values.length; v++) {
      rounded[v] = (float) values[v];
    }
    return rounded;
  }
}
