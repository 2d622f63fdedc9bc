package io.mindstream.sink.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Trial;
import io.mindstream.sink.catalogue.Catalogue;
import io.mindstream.sink.catalogue.Page;
import io.mindstream.sink.catalogue.Pages;
import io.mindstream.sink.catalogue.TrialFilter;
import io.mindstream.sink.history.History;
import io.mindstream.storage.TrialKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The trials. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "trials")
final class TrialsController {

  private final Catalogue catalogue;
  private final Pages pages;
  private final History history;
  private final ObjectMapper json;

  TrialsController(Catalogue catalogue, History history, ObjectMapper json) {
    this.catalogue = catalogue;
    this.pages = new Pages(catalogue);
    this.history = history;
    this.json = json;
  }

  @Get("/trials")
  @Operation(
      summary = "Trials of all runs, the newest first",
      description =
          "state is waiting, decoding, decoded or failed; q a part of run, category or name of the"
              + " picture shown; after the 'next' of the page before.")
  TrialList newest(
      @Nullable @QueryValue String run,
      @Nullable @QueryValue String type,
      @Nullable @QueryValue String state,
      @Nullable @QueryValue String q,
      @QueryValue(defaultValue = "50") int limit,
      @Nullable @QueryValue String after) {
    TrialFilter filter = new TrialFilter(run, type, Asked.state(state), q);
    Page<Trial> page = pages.newest(filter, Asked.limit(limit), after);
    return new TrialList(page.items(), page.next());
  }

  @Get("/runs/{run}/trials")
  @Operation(
      summary = "The trials of a run by index",
      description = "after is the 'next' of the page before.")
  TrialList ofRun(
      String run,
      @Nullable @QueryValue String type,
      @Nullable @QueryValue String state,
      @QueryValue(defaultValue = "50") int limit,
      @Nullable @QueryValue Integer after) {
    TrialFilter filter = new TrialFilter(null, type, Asked.state(state), null);
    Page<Trial> page = pages.ofRun(Asked.run(run), filter, Asked.limit(limit), after);
    return new TrialList(page.items(), page.next());
  }

  @Get("/runs/{run}/trials/{trial}")
  @Operation(
      summary = "One trial with its document",
      description = "document is trial.json of the newest answer as it is stored, or null.")
  DetailedTrial trial(String run, int trial) {
    TrialKey key = Asked.trial(run, trial);
    return new DetailedTrial(
        catalogue.trial(key).orElseThrow(() -> Asked.unknown("trial " + key)), document(key));
  }

  private @Nullable JsonNode document(TrialKey key) {
    TrialKeys keys = new TrialKeys(key, catalogue.shownRevision(key));
    return history.object(keys.document()).map(this::read).orElse(null);
  }

  private JsonNode read(byte[] document) {
    try {
      return json.readValue(document, JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of trials. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TrialList(List<Trial> trials, @Nullable String next) {}

  /** A trial and its document. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DetailedTrial(@JsonUnwrapped Trial trial, @Nullable JsonNode document) {}
}
