package io.mindstream.bridge.push;

import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;

/** Names of runs that follow each other: the first as given, then by number. For one thread. */
final class RunNames {

  private RunId next;

  RunNames(RunId first) {
    this.next = first;
  }

  /** The next name; each is given once. */
  RunId take() {
    RunId taken = next;
    String run = taken.run().orElse("1");
    String after = String.valueOf(Long.parseLong(run) + 1);
    String padded = "0".repeat(Math.max(0, run.length() - after.length())) + after;
    next = new RunId(taken.subject(), taken.session(), taken.task(), Optional.of(padded));
    return taken;
  }
}
