package io.mindstream.bridge.push;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The desks of all scanners at which an operator may speak. For any thread. */
public final class RunDesks {

  private final Optional<RunDesk> only;
  private final Map<String, RunDesk> bySubject;

  private RunDesks(Optional<RunDesk> only, Map<String, RunDesk> bySubject) {
    this.only = only;
    this.bySubject = bySubject;
  }

  /** That of a single scanner, whoever lies in it. */
  public static RunDesks one() {
    return new RunDesks(Optional.of(new RunDesk()), Map.of());
  }

  /** One for each scanner. */
  public static RunDesks of(Collection<String> subjects) {
    return new RunDesks(
        Optional.empty(),
        subjects.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), any -> new RunDesk(), (a, b) -> a, TreeMap::new)));
  }

  /**
   * The desk of the scanner in which a subject lies.
   *
   * @param subject such as {@code 01}; need not be named where there is one scanner
   * @throws IllegalArgumentException where nobody knows which is meant
   */
  public RunDesk of(Optional<String> subject) {
    return only.or(() -> subject.map(bySubject::get)).orElseThrow(() -> unknown(subject));
  }

  private IllegalArgumentException unknown(Optional<String> subject) {
    return new IllegalArgumentException(
        "%s; several scanners send here, those of subjects %s"
            .formatted(
                subject
                    .map(name -> "no scanner scans subject " + name)
                    .orElse("say whose run is meant, such as {\"subject\": \"01\"}"),
                String.join(", ", bySubject.keySet())));
  }
}
