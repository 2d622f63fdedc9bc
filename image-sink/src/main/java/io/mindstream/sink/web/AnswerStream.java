package io.mindstream.sink.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.web.RefusedException;
import io.mindstream.sink.answers.Answer;
import io.mindstream.sink.answers.AnswerBook;
import io.mindstream.sink.answers.AnswerJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A run's results as server-sent events. */
@Controller("/api")
@Tag(name = "trials")
final class AnswerStream {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
  private static final double MILLIS = 1e3;

  private final AnswerBook book;

  AnswerStream(AnswerBook book) {
    this.book = book;
  }

  /**
   * An event {@code result} for each trial that is or gets finished, its id the trial; with a
   * deadline also {@code deadline-missed}, once a trial that is not finished by then. A slow reader
   * holds up nobody: it is told when it is ready.
   *
   * @param deadline seconds from the trial's event
   * @param last the id of the last event that a reader had who comes back
   */
  @Get(uris = {"/v1/runs/{run}/results", "/runs/{run}/results"})
  @Operation(summary = "A run's results as server-sent events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<Map<String, Object>>> results(
      String run,
      @Nullable @QueryValue Double deadline,
      @Nullable @Header("Last-Event-ID") Integer last) {
    if (deadline != null && !(deadline >= 0 && deadline < Integer.MAX_VALUE)) {
      throw RefusedException.field("deadline", "must be seconds, 0 or more, got " + deadline);
    }
    String id = book.require(run).getRunId();
    AtomicLong behind = new AtomicLong(last == null ? 0 : place(id, last));
    Flux<Event<Map<String, Object>>> events =
        Flux.interval(Duration.ZERO, LOOK)
            .onBackpressureDrop()
            .concatMapIterable(tick -> book.finished(id, behind.get()), 1)
            .doOnNext(answer -> behind.set(answer.place()))
            .map(answer -> event("result", answer, AnswerJson.of(answer)));
    if (deadline != null) {
      events = events.mergeWith(missed(id, Duration.ofMillis((long) (deadline * MILLIS))));
    }
    return events.mergeWith(keepAlive());
  }

  private Flux<Event<Map<String, Object>>> missed(String run, Duration deadline) {
    Set<TrialKey> told = new HashSet<>();
    return Flux.interval(Duration.ZERO, LOOK)
        .onBackpressureDrop()
        .concatMapIterable(tick -> book.overdue(deadline, Instant.now()), 1)
        .filter(answer -> answer.trial().runId().equals(run) && told.add(answer.trial()))
        .map(answer -> event("deadline-missed", answer, AnswerJson.as("late", answer, deadline)));
  }

  private static Flux<Event<Map<String, Object>>> keepAlive() {
    return Flux.interval(KEEP_ALIVE)
        .onBackpressureDrop()
        .map(tick -> Event.of(Map.<String, Object>of()).name("keep-alive").comment("keep-alive"));
  }

  private static Event<Map<String, Object>> event(
      String name, Answer answer, Map<String, Object> json) {
    return Event.of(json).name(name).id(String.valueOf(answer.trial().trialIndex()));
  }

  private long place(String run, int trial) {
    return book.answer(new TrialKey(run, Math.max(0, trial))).place();
  }
}
