package io.mindstream.sink.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.catalogue.Catalogue;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.Picture;
import io.mindstream.sink.history.History;
import io.mindstream.storage.TrialKeys;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A trial's files, from memory or from the object store. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "trials")
final class TrialFilesController {

  private static final Pattern SAMPLE = Pattern.compile("sample-(\\d{1,4})");

  private final Board board;
  private final Catalogue catalogue;
  private final History history;

  TrialFilesController(Board board, Catalogue catalogue, History history) {
    this.board = board;
    this.catalogue = catalogue;
    this.history = history;
  }

  @Get("/v1/runs/{run}/trials/{trial}/trial.json")
  @Operation(summary = "The document of the trial's newest answer as it is stored")
  HttpResponse<byte[]> document(String run, int trial) {
    TrialKey key = Asked.trial(run, trial);
    return document(new TrialKeys(key, catalogue.shownRevision(key)));
  }

  @Get("/v1/runs/{run}/trials/{trial}/revisions/{revision}/trial.json")
  @Operation(summary = "The document of one of the trial's answers as it is stored")
  HttpResponse<byte[]> document(String run, int trial, int revision) {
    return document(Asked.answer(run, trial, revision));
  }

  @Get("/v1/runs/{run}/trials/{trial}/{name}.png")
  @Produces(MediaType.IMAGE_PNG)
  @Operation(
      summary = "A picture of the trial",
      description =
          "name is stimulus, preview or sample-N, of the newest answer; v, as in addresses, allows"
              + " caching.")
  HttpResponse<byte[]> picture(String run, int trial, String name, @Nullable @QueryValue String v) {
    return picture(Asked.trial(run, trial), name, v);
  }

  @Get("/v1/runs/{run}/trials/{trial}/revisions/{revision}/{name}.png")
  @Produces(MediaType.IMAGE_PNG)
  @Operation(
      summary = "A picture of one of the trial's answers",
      description = "name is sample-N; v, as in addresses, allows caching.")
  HttpResponse<byte[]> picture(
      String run, int trial, int revision, String name, @Nullable @QueryValue String v) {
    return decoded(Asked.answer(run, trial, revision), name, v);
  }

  /** As results named it before the API had versions. */
  @Get("/trials/{run}/trial-{trial}/{name}.png")
  @Produces(MediaType.IMAGE_PNG)
  @Hidden
  HttpResponse<byte[]> unversioned(String run, int trial, String name) {
    return picture(Asked.trial(run, trial), name, null);
  }

  private HttpResponse<byte[]> document(TrialKeys keys) {
    return Answers.json(history.object(keys.document()));
  }

  private HttpResponse<byte[]> picture(TrialKey key, String name, @Nullable String version) {
    Optional<Picture> kept = board.trials().picture(key, name);
    return switch (name) {
      case "stimulus" ->
          picture(kept, () -> history.object(new TrialKeys(key).stimulus()), version);
      case "preview" -> picture(kept, Optional::empty, version);
      default -> decoded(new TrialKeys(key, catalogue.shownRevision(key)), name, version);
    };
  }

  private HttpResponse<byte[]> decoded(TrialKeys keys, String name, @Nullable String version) {
    Matcher sample = SAMPLE.matcher(name);
    if (!sample.matches()) {
      throw Asked.unknown("picture " + name);
    }
    return picture(
        board.trials().picture(keys.trial(), keys.revision(), name),
        () -> history.object(keys.image(Integer.parseInt(sample.group(1)))),
        version);
  }

  private static HttpResponse<byte[]> picture(
      Optional<Picture> kept, Supplier<Optional<byte[]>> stored, @Nullable String version) {
    boolean isAnother = kept.filter(picture -> !picture.version().equals(version)).isPresent();
    return Answers.png(
        kept.map(Picture::png).or(stored),
        version == null || isAnother ? Answers.A_MINUTE : Answers.FOR_EVER);
  }
}
