package io.mindstream.bridge.service;

import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;

/**
 * How a source is played.
 *
 * @param speed how fast scanner time passes; of no meaning for a live feed
 * @param session BIDS session label put into every run id in place of the feed's own, so that the
 *     same feed can be played again beside an earlier playback
 * @param modelId the model bundle to ask for; empty leaves the choice to the decoder
 * @param roiId a region that is in the topic already, to be decoded instead of the source's own;
 *     empty for that
 */
public record PlaybackOptions(
    Speed speed, Optional<String> session, Optional<String> modelId, Optional<String> roiId) {

  /** The source's own region. */
  public PlaybackOptions(Speed speed, Optional<String> session, Optional<String> modelId) {
    this(speed, session, modelId, Optional.empty());
  }

  /** The feed's own run ids, any model. */
  public static PlaybackOptions at(Speed speed) {
    return new PlaybackOptions(speed, Optional.empty(), Optional.empty());
  }

  /** The id under which a run is published. */
  public RunId rename(RunId own) {
    return new RunId(own.subject(), session.or(own::session), own.task(), own.run());
  }
}
