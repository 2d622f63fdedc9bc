package io.mindstream.sink.answers;

import io.micronaut.serde.ObjectMapper;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.RestartableLoop;
import io.mindstream.service.ServiceLoop;
import io.mindstream.sink.config.AnswersConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a JSON line for each trial that finishes, and one for each that is late, to the addresses
 * of {@link AnswersConfig}. What finished before it was started is not sent.
 */
public final class AnswerPush {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final AnswerBook book;
  private final Duration deadline;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final List<PushTarget> targets;
  private final RestartableLoop watch;
  private volatile Instant started = Instant.MAX;

  /** A push that sends nothing before it is started. */
  public AnswerPush(AnswerBook book, AnswersConfig config, ObjectMapper json, InstantSource clock) {
    this.book = book;
    this.deadline = config.deadline();
    this.json = json;
    this.clock = clock;
    this.targets = config.to().stream().map(URI::create).map(PushTarget::new).toList();
    this.watch =
        new RestartableLoop(
            () ->
                new ServiceLoop(
                    "answers-deadline",
                    failure -> Optional.empty(),
                    "no late trials are told any more; start the sink again",
                    this::watch),
            LOOK.multipliedBy(10));
  }

  /** Begins; does nothing where nobody is to be told. */
  public void start() {
    if (targets.isEmpty()) {
      return;
    }
    started = clock.instant();
    book.listen(this::finished);
    targets.forEach(PushTarget::start);
    if (!deadline.isZero()) {
      watch.start();
    }
  }

  /** Ends for good. */
  public void stop() {
    watch.stop();
    targets.forEach(PushTarget::stop);
  }

  private void finished(Answer answer) {
    if (answer.finishedAt().filter(at -> !at.isBefore(started)).isPresent()) {
      send(AnswerJson.of(answer));
    }
  }

  private void watch(ServiceLoop running) throws InterruptedException {
    Set<TrialKey> told = new HashSet<>();
    do {
      List<Answer> late =
          book.overdue(deadline, clock.instant()).stream().filter(this::isNew).toList();
      late.stream()
          .filter(answer -> told.add(answer.trial()))
          .forEach(answer -> send(AnswerJson.as("late", answer, deadline)));
      told.retainAll(late.stream().map(Answer::trial).toList());
    } while (!running.pause(LOOK));
  }

  private boolean isNew(Answer answer) {
    return answer.occurredAt().filter(at -> !at.plus(deadline).isBefore(started)).isPresent();
  }

  private void send(Map<String, Object> answer) {
    try {
      String line = json.writeValueAsString(answer) + "\n";
      targets.forEach(target -> target.add(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
