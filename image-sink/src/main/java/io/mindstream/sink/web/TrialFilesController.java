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
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.Picture;
import io.mindstream.sink.history.History;
import io.mindstream.storage.TrialKeys;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A trial's files, from memory or from the object store. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "trials")
final class TrialFilesController {

  private static final Pattern PICTURE = Pattern.compile("stimulus|preview|sample-(\\d{1,4})");

  private final Board board;
  private final History history;

  TrialFilesController(Board board, History history) {
    this.board = board;
    this.history = history;
  }

  @Get("/v1/runs/{run}/trials/{trial}/trial.json")
  @Operation(summary = "The trial's document as it is stored")
  HttpResponse<byte[]> document(String run, int trial) {
    return Answers.json(history.object(new TrialKeys(Asked.trial(run, trial)).document()));
  }

  @Get("/v1/runs/{run}/trials/{trial}/{name}.png")
  @Produces(MediaType.IMAGE_PNG)
  @Operation(
      summary = "A picture of the trial",
      description = "name is stimulus, preview or sample-N; v, as in addresses, allows caching.")
  HttpResponse<byte[]> picture(String run, int trial, String name, @Nullable @QueryValue String v) {
    return picture(Asked.trial(run, trial), name, v);
  }

  /** As results named it before the API had versions. */
  @Get("/trials/{run}/trial-{trial}/{name}.png")
  @Produces(MediaType.IMAGE_PNG)
  @Hidden
  HttpResponse<byte[]> unversioned(String run, int trial, String name) {
    return picture(Asked.trial(run, trial), name, null);
  }

  private HttpResponse<byte[]> picture(TrialKey key, String name, @Nullable String version) {
    Matcher matcher = PICTURE.matcher(name);
    if (!matcher.matches()) {
      throw Asked.unknown("picture " + name);
    }
    Optional<Picture> kept = board.trials().picture(key, name);
    boolean isAnother = kept.filter(picture -> !picture.version().equals(version)).isPresent();
    return Answers.png(
        kept.map(Picture::png).or(() -> stored(key, name, matcher.group(1))),
        version == null || isAnother ? Answers.A_MINUTE : Answers.FOR_EVER);
  }

  private Optional<byte[]> stored(TrialKey key, String name, @Nullable String sample) {
    TrialKeys keys = new TrialKeys(key);
    return switch (name) {
      case "preview" -> Optional.empty();
      case "stimulus" -> history.object(keys.stimulus());
      default ->
          sample == null ? Optional.empty() : history.object(keys.image(Integer.parseInt(sample)));
    };
  }
}
