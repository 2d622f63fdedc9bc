package io.mindstream.sink.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.mindstream.sink.api.Latency;
import io.mindstream.sink.api.Letter;
import io.mindstream.sink.api.SystemState;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.system.SystemBoard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How the whole is: servers, services, latency, what could not be used. */
@Controller("/api/v1")
@Tag(name = "system")
final class SystemController {

  private final Board board;
  private final SystemBoard system;

  SystemController(Board board, SystemBoard system) {
    this.board = board;
    this.system = system;
  }

  @Get("/system")
  @Operation(summary = "Services, servers, scanner and backlog")
  SystemState system() {
    return system.state();
  }

  @Get("/latency")
  @Operation(
      summary = "How long pictures take",
      description = "Milliseconds by stage, and the newest 300 pictures.")
  Latency.Series latency() {
    return board.latencies().series();
  }

  @Get("/dead-letters")
  @Operation(
      summary = "Records that could not be used, the newest first",
      description =
          "Their ids are those that 'mindstream dead-letters show' takes. Those of before 'since' are"
              + " in the topic alone: 'mindstream dead-letters list'.")
  LetterList letters(
      @Nullable @QueryValue String run,
      @Nullable @QueryValue Integer trial,
      @Nullable @QueryValue String code,
      @QueryValue(defaultValue = "50") int limit) {
    return new LetterList(
        board
            .letters()
            .newest(
                letter ->
                    (run == null || run.equals(letter.runId()))
                        && (trial == null || Objects.equals(trial, letter.trialIndex()))
                        && (code == null || code.equals(letter.code())),
                Asked.limit(limit)),
        board.letters().since().orElse(null));
  }

  /**
   * Dead letters.
   *
   * @param since earlier ones are in the topic alone: {@code mindstream dead-letters list}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record LetterList(List<Letter> deadLetters, @Nullable Instant since) {}
}
