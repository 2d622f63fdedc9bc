package io.mindstream.bridge.web;

import io.mindstream.bridge.recorded.RecordedFeed;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.web.RefusedException;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoreUnavailableException;
import io.mindstream.storage.recording.RecordingException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays recorded runs with this process' bridge, one at a time. */
@Singleton
final class ReplayDesk {

  private final BridgeService bridge;
  private final Topics topics;
  private final @Nullable ObjectStore store;

  /** Without a store nothing is played. */
  ReplayDesk(
      BridgeService bridge,
      Topics topics,
      @io.micronaut.core.annotation.Nullable @Nullable ObjectStore store) {
    this.bridge = bridge;
    this.topics = topics;
    this.store = store;
  }

  /**
   * Begins to play.
   *
   * @return the id that the run is published under
   * @throws RefusedException 404 where it is not recorded, 409 where something is played, 422 where
   *     it has no such trial, 501 without a store, 503 where the store is away
   */
  RunId play(ReplayRequest request) {
    ObjectStore recordings = store;
    if (recordings == null) {
      throw RefusedException.of(
          501,
          "this bridge knows no object store; set mindstream.sink.s3.endpoint and .bucket as for the"
              + " sink, or use mindstream replay --run");
    }
    RecordedFeed feed = open(request, recordings);
    try {
      var unused =
          bridge.play(
              feed,
              new PlaybackOptions(
                  request.speed(), Optional.empty(), request.options().model().or(feed::modelId)),
              PlaybackListener.NONE);
      return request.options().name();
    } catch (IllegalStateException e) {
      throw RefusedException.of(409, String.valueOf(e.getMessage()));
    }
  }

  private RecordedFeed open(ReplayRequest request, ObjectStore recordings) {
    try {
      return RecordedFeed.open(recordings, topics, request.options());
    } catch (RecordingException e) {
      throw RefusedException.of(404, String.valueOf(e.getMessage()));
    } catch (FeedException e) {
      throw RefusedException.field("fromTrial", String.valueOf(e.getMessage()));
    } catch (StoreUnavailableException e) {
      throw RefusedException.unavailable(String.valueOf(e.getMessage()));
    }
  }
}
