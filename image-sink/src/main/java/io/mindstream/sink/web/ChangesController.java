package io.mindstream.sink.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.mindstream.sink.changes.Batch;
import io.mindstream.sink.changes.ChangeStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.reactivestreams.Publisher;

/** What changes, as it changes. */
@Controller("/api/v1")
@Tag(name = "changes")
final class ChangesController {

  private final ChangeStream stream;

  ChangesController(ChangeStream stream) {
    this.stream = stream;
  }

  @Get("/changes")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  @Operation(
      summary = "What changes, as server-sent events",
      description =
          "hello, run, trial, signal, quality, letter, model, latency, totals, system, heartbeat;"
              + " with the header Last-Event-ID nothing is missed and nothing comes twice. run"
              + " restricts trial, signal and quality to one run.")
  HttpResponse<Publisher<Batch>> changes(
      @Nullable @QueryValue String run, @Nullable @Header("Last-Event-ID") String last) {
    return HttpResponse.<Publisher<Batch>>ok(stream.changes(last, run))
        .header("Cache-Control", "no-store");
  }

  @Get("/state")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What somebody sees who comes new",
      description = "The current runs, the newest 60 trials, model, latency, totals and system.")
  String state() {
    return stream.state();
  }
}
