package io.mindstream.sink.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.BoardState;
import io.mindstream.sink.dashboard.Picture;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoreUnavailableException;
import io.mindstream.storage.TrialKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The dashboard's state, its live events and its pictures. */
@Controller("/api")
final class DashboardController {

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Pattern PICTURE = Pattern.compile("stimulus|preview|sample-(\\d{1,3})");

  private final Board board;
  private final ObjectStore store;

  DashboardController(Board board, ObjectStore store) {
    this.board = board;
    this.store = store;
  }

  /** All that is shown now. */
  @Get("/state")
  BoardState state() {
    return board.state();
  }

  /**
   * The state whenever it changed, four times a second at most. A slow reader gets fewer states,
   * never old ones, so a reconnected one needs nothing else.
   */
  @Get("/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<BoardState>> events() {
    Flux<Event<BoardState>> changes =
        Flux.interval(Duration.ZERO, LOOK)
            .onBackpressureDrop()
            .map(tick -> board.version())
            .distinctUntilChanged()
            .map(version -> event("state"));
    Flux<Event<BoardState>> heartbeats =
        Flux.interval(HEARTBEAT).onBackpressureDrop().map(tick -> event("heartbeat"));
    return changes.mergeWith(heartbeats);
  }

  /** A picture of a trial, from memory or from the object store. */
  @Get("/trials/{runId}/{trial}/{name}.png")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> picture(String runId, String trial, String name) {
    Matcher matcher = PICTURE.matcher(name);
    Optional<TrialKey> key = key(runId, trial);
    if (!matcher.matches() || key.isEmpty()) {
      return HttpResponse.notFound();
    }
    return board
        .picture(key.get(), name)
        .map(Picture::png)
        .or(() -> stored(key.get(), name, matcher.group(1)))
        .map(png -> png(png, FOR_EVER))
        .orElseGet(HttpResponse::notFound);
  }

  /** A slice of the newest volume. */
  @Get("/brain.png")
  HttpResponse<byte[]> brain() {
    return board
        .brain()
        .map(slice -> png(slice.png(), "no-store"))
        .orElseGet(HttpResponse::notFound);
  }

  private Event<BoardState> event(String name) {
    BoardState state = board.state();
    return Event.of(state).name(name).id(String.valueOf(state.version()));
  }

  private Optional<byte[]> stored(TrialKey key, String name, @Nullable String sample) {
    TrialKeys keys = new TrialKeys(key);
    try {
      return switch (name) {
        case "preview" -> Optional.empty();
        case "stimulus" -> store.get(keys.stimulus());
        default ->
            sample == null ? Optional.empty() : store.get(keys.image(Integer.parseInt(sample)));
      };
    } catch (StoreUnavailableException e) {
      return Optional.empty();
    }
  }

  private static Optional<TrialKey> key(String runId, String trial) {
    try {
      return Optional.of(TrialKey.parse(RunId.parse(runId) + "/" + trial));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static HttpResponse<byte[]> png(byte[] png, String caching) {
    return HttpResponse.ok(png)
        .contentType(MediaType.IMAGE_PNG_TYPE)
        .header("Cache-Control", caching);
  }
}
