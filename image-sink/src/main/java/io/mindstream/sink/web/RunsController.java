package io.mindstream.sink.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mindstream.sink.api.Quality;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.api.Signal;
import io.mindstream.sink.catalogue.Catalogue;
import io.mindstream.sink.catalogue.Page;
import io.mindstream.sink.catalogue.Pages;
import io.mindstream.sink.catalogue.TrialFilter;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.history.History;
import io.mindstream.sink.history.RecordedQuality;
import io.mindstream.storage.RunKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** The runs. */
@Controller("/api/v1/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "runs")
final class RunsController {

  private final Catalogue catalogue;
  private final Pages pages;
  private final Board board;
  private final History history;
  private final RecordedQuality recorded;

  RunsController(Catalogue catalogue, Board board, History history, RecordedQuality recorded) {
    this.catalogue = catalogue;
    this.pages = new Pages(catalogue);
    this.board = board;
    this.history = history;
    this.recorded = recorded;
  }

  /** A page of runs. */
  @Get
  @Operation(
      summary = "Runs, those that began last first",
      description =
          "Of the topics and of the store together. state is STARTED, ENDED or ABORTED; q a part of"
              + " the run's id or source; after the 'next' of the page before.")
  RunList runs(
      @Nullable @QueryValue String state,
      @Nullable @QueryValue String q,
      @QueryValue(defaultValue = "50") int limit,
      @Nullable @QueryValue String after) {
    Page<Run> page =
        pages.runs(
            run ->
                (state == null || state.equals(run.state()))
                    && (q == null
                        || TrialFilter.contains(run.runId(), q)
                        || TrialFilter.contains(run.source(), q)),
            Asked.limit(limit),
            after);
    return new RunList(page.items(), page.next());
  }

  @Get("/{run}")
  @Operation(summary = "One run")
  Run run(String run) {
    return catalogue.run(Asked.run(run)).orElseThrow(() -> Asked.unknown("run " + run));
  }

  @Get("/{run}/signal")
  @Operation(
      summary = "The trace of a run",
      description = "The mean of the ROI's voxels and the jitter of each volume behind 'after'.")
  Signal.Trace signal(String run, @QueryValue(defaultValue = "-1") int after) {
    return new Signal.Trace(run, board.signals().after(Asked.run(run), after));
  }

  @Get("/{run}/quality")
  @Operation(
      summary = "The quality of a run's volumes",
      description =
          "Motion, DVARS, tSNR and more of each volume behind 'after', of a run of late as told on"
              + " scanner.quality, of an earlier one as recorded; summary once the run is over.")
  Quality.Trace quality(String run, @QueryValue(defaultValue = "-1") int after) {
    String id = Asked.run(run);
    List<Quality> points =
        board
            .qualities()
            .after(id, after)
            .orElseGet(
                () -> recorded.of(id).stream().filter(point -> point.volume() > after).toList());
    return new Quality.Trace(id, points, catalogue.run(id).map(Run::quality).orElse(null));
  }

  @Get("/{run}/run.json")
  @Operation(summary = "The run's document as it is stored")
  HttpResponse<byte[]> document(String run) {
    return Answers.json(history.object(RunKeys.of(Asked.run(run)).document()));
  }

  @Get("/{run}/contact-sheet.png")
  @Produces(MediaType.IMAGE_PNG)
  @Operation(summary = "All that was seen and decoded, on one picture")
  HttpResponse<byte[]> contactSheet(String run) {
    return Answers.png(history.object(RunKeys.of(Asked.run(run)).contactSheet()), Answers.A_MINUTE);
  }

  @Get("/{run}/brain.png")
  @Produces(MediaType.IMAGE_PNG)
  @Operation(summary = "A slice of the newest volume")
  HttpResponse<byte[]> brain(String run) {
    Optional<byte[]> slice = board.slices().of(Asked.run(run)).map(picture -> picture.png());
    return Answers.png(slice, Answers.NEVER);
  }

  /** A page of runs. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record RunList(List<Run> runs, @Nullable String next) {}
}
