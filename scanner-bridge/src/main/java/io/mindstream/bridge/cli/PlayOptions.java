package io.mindstream.bridge.cli;

import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.Speed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a feed that can be played again is played to, and how. */
final class PlayOptions {

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "1",
      converter = SpeedConverter.class,
      description = "How fast scanner time passes: 1, 10, max (default: ${DEFAULT-VALUE}).")
  private Speed speed = Speed.REAL_TIME;

  @Option(
      names = "--session",
      paramLabel = "LABEL",
      description =
          "BIDS session label for the published run ids; give a new one to play the same feed again.")
  private @Nullable String session;

  BridgeService bridge() {
    return target.bridge(SpoolOptions.standard()); // A feed of this kind needs none.
  }

  /** Kafka, the registry and the model. */
  TargetOptions target() {
    return target;
  }

  PlaybackOptions playback(FeedPlayer player) {
    return new PlaybackOptions(
        speed, Optional.ofNullable(session), target.model(), target.roi(player));
  }
}
