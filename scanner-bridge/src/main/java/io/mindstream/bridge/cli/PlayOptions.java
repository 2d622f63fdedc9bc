package io.mindstream.bridge.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a feed is played to, and how. */
final class PlayOptions {

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

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

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model bundle to ask the decoder for (default: its own).")
  private @Nullable String model;

  BridgeService bridge() {
    return new BridgeService(
        connection.kafka(), connection.registry(), Topics.standard(), new SimpleMeterRegistry());
  }

  PlaybackOptions playback() {
    return new PlaybackOptions(speed, Optional.ofNullable(session), Optional.ofNullable(model));
  }
}
