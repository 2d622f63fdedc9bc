package io.mindstream.bridge.push;

import io.mindstream.schemas.fmri.RunId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of runs that follow each other: the first as given, then by number; with a template each
 * after its series, and by number where its other labels were there before. For one thread.
 */
final class RunNames {

  private static final String FIRST = "01";

  private final RunDesk desk;
  private final RunId first;
  private final Optional<RunTemplate> template;
  private final Map<RunId, RunId> lastOfItsKind = new HashMap<>();
  private RunId next;
  private RunId last;
  private boolean again;

  RunNames(RunId first, Optional<RunTemplate> template, RunDesk desk) {
    this.desk = desk;
    this.first = first;
    this.template = template;
    this.next = first;
    this.last = first;
  }

  /** The names that follow a run's. */
  void after(RunId run) {
    given(run);
  }

  /** The last name again: the run that had it broke off and is scanned once more. */
  void again() {
    next = last;
    again = true;
  }

  /** The next name, an operator's before that which follows; each is given once. */
  RunId take(PushedSeries series) {
    RunId taken = desk.takeNext().orElseGet(() -> template.map(t -> of(t, series)).orElse(next));
    given(taken);
    return taken;
  }

  private RunId of(RunTemplate names, PushedSeries series) {
    RunId wanted = names.name(numbered(first, first.run().orElse(FIRST)), series);
    RunId before = lastOfItsKind.get(unnumbered(wanted));
    if (before == null) {
      return wanted;
    }
    return again && before.equals(last) ? last : following(before);
  }

  private void given(RunId run) {
    last = run;
    again = false;
    next = following(run);
    lastOfItsKind.put(unnumbered(run), run);
  }

  private static RunId following(RunId before) {
    String run = before.run().orElse("1");
    String after = String.valueOf(Long.parseLong(run) + 1);
    return numbered(before, "0".repeat(Math.max(0, run.length() - after.length())) + after);
  }

  private static RunId numbered(RunId run, String number) {
    return new RunId(run.subject(), run.session(), run.task(), Optional.of(number));
  }

  private static RunId unnumbered(RunId run) {
    return new RunId(run.subject(), run.session(), run.task(), Optional.empty());
  }
}
