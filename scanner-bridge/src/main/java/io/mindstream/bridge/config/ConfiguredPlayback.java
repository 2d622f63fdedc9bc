package io.mindstream.bridge.config;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.source.Feed;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the feed that the properties name, once the process is up. */
@Singleton
final class ConfiguredPlayback implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPlayback.class);

  private final BridgeConfig config;
  private final BridgeService bridge;

  ConfiguredPlayback(BridgeConfig config, BridgeService bridge) {
    this.config = config;
    this.bridge = bridge;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    config.feed().ifPresent(this::play);
  }

  private void play(Feed feed) {
    feed.problems().forEach(problem -> LOG.warn("not played: {}", problem));
    feed.notes().forEach(note -> LOG.info("note: {}", note));
    LOG.info("region of interest {}: {}", feed.roi().getRoiId(), feed.roi().getDescription());
    bridge.start();
    bridge.play(feed, config.playback(), PlaybackListener.NONE);
  }
}
