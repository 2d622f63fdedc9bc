package io.mindstream.sink.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.web.RefusedException;
import io.mindstream.sink.answers.Answer;
import io.mindstream.sink.answers.AnswerBook;
import io.mindstream.sink.answers.AnswerJson;
import io.mindstream.sink.answers.WaitingRoom;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.Picture;
import io.mindstream.sink.history.History;
import io.mindstream.storage.TrialKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The result of one trial, waited for; see deploy/docs/stimulus-computer.md. */
@Controller("/api")
@Tag(name = "trials")
final class AnswerController {

  private static final double MAX_WAIT_SECONDS = 120;
  private static final double MILLIS = 1e3;

  private final AnswerBook book;
  private final WaitingRoom room;
  private final Board board;
  private final History history;

  AnswerController(AnswerBook book, Board board, History history) {
    this.book = book;
    this.room = new WaitingRoom(book);
    this.board = board;
    this.history = history;
  }

  /**
   * 200 with the result, or 202 with what is known once the time is over.
   *
   * @param wait seconds, up to 120
   * @param include {@code png} for the pictures themselves, as base64
   */
  @Get(uris = {"/v1/runs/{run}/trials/{trial}/result", "/runs/{run}/trials/{trial}/result"})
  @Operation(summary = "A trial's result, waited for")
  CompletableFuture<HttpResponse<Map<String, Object>>> result(
      String run,
      int trial,
      @QueryValue(defaultValue = "0") double wait,
      @Nullable @QueryValue String include) {
    if (!(wait >= 0 && wait <= MAX_WAIT_SECONDS)) {
      throw RefusedException.field("wait", "must be 0 to 120 seconds, got " + wait);
    }
    if (trial < 0) {
      throw RefusedException.field("trial", "counts from 0, got " + trial);
    }
    TrialKey key = new TrialKey(book.require(run).getRunId(), trial);
    Duration within = Duration.ofMillis((long) (wait * MILLIS));
    Instant deadline = Instant.now().plus(within);
    return room.answer(key, within)
        .thenApplyAsync(answer -> response(answer, deadline, "png".equals(include)));
  }

  private HttpResponse<Map<String, Object>> response(
      Answer answer, Instant deadline, boolean withPng) {
    Map<String, Object> json =
        AnswerJson.of(
            answer, image -> withPng ? png(answer.trial(), image) : Optional.<byte[]>empty());
    if (answer.finished()) {
      return HttpResponse.ok(json);
    }
    json.put("deadline", deadline.toString());
    return HttpResponse.<Map<String, Object>>status(HttpStatus.ACCEPTED).body(json);
  }

  private Optional<byte[]> png(TrialKey trial, DecodedImage image) {
    int sample = image.getSampleIndex();
    return board
        .trials()
        .picture(trial, image.getRevision(), "sample-" + sample)
        .map(Picture::png)
        .or(() -> history.object(new TrialKeys(trial, image.getRevision()).image(sample)));
  }
}
