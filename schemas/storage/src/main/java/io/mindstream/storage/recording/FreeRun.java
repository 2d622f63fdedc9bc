package io.mindstream.storage.recording;

import io.mindstream.schemas.fmri.RunId;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a run number that no run of a session has. */
public final class FreeRun {

  private static final int USUAL_DIGITS = 2;

  private FreeRun() {}

  /**
   * The run after the last one that has results or a recording beside a run.
   *
   * @return the same run with a higher number, as wide
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  public static RunId after(ObjectStore store, RunId run) {
    RunId task = new RunId(run.subject(), run.session(), run.task(), Optional.empty());
    RunKeys keys = new RunKeys(task);
    int last =
        Stream.concat(
                Stream.of(run),
                Stream.of(keys.results(), keys.recording())
                    .flatMap(folder -> store.folders(folder).stream())
                    .flatMap(folder -> RunKeys.runOf(folder).stream()))
            .flatMap(known -> known.run().stream())
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(1);
    int digits = run.run().map(String::length).orElse(USUAL_DIGITS);
    String number = String.format(Locale.ROOT, "%0" + digits + "d", last + 1);
    return new RunId(run.subject(), run.session(), run.task(), Optional.of(number));
  }
}
