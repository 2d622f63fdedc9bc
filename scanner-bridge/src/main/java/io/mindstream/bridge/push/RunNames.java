package io.mindstream.bridge.push;

import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;

/** Names of runs that follow each other: the first as given, then by number. For one thread. */
final class RunNames {

  private final RunDesk desk;
  private RunId next;
  private RunId last;

  RunNames(RunId first, RunDesk desk) {
    this.desk = desk;
    this.next = first;
    this.last = first;
  }

  /** The names that follow a run's. */
  void after(RunId run) {
    last = run;
    next = following(run);
  }

  /** The last name again: the run that had it broke off and is scanned once more. */
  void again() {
    next = last;
  }

  /** The next name, an operator's before that which follows; each is given once. */
  RunId take() {
    RunId taken = desk.takeNext().orElse(next);
    last = taken;
    next = following(taken);
    return taken;
  }

  private static RunId following(RunId before) {
    String run = before.run().orElse("1");
    String after = String.valueOf(Long.parseLong(run) + 1);
    String padded = "0".repeat(Math.max(0, run.length() - after.length())) + after;
    return new RunId(before.subject(), before.session(), before.task(), Optional.of(padded));
  }
}
