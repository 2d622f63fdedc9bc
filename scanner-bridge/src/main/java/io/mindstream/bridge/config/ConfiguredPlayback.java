package io.mindstream.bridge.config;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.mindstream.bridge.net.OpenPort;
import io.mindstream.bridge.push.RunDesks;
import io.mindstream.bridge.scanner.ScannerFeed;
import io.mindstream.bridge.scanner.ScannerNotes;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.source.Feed;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the feed that the properties name, once the process is up. */
@Singleton
final class ConfiguredPlayback implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPlayback.class);

  private final BridgeConfig config;
  private final ScannerConfig scanner;
  private final RunDesks desks;
  private final ScannerNotes notes;
  private final BridgeService bridge;
  private final Optional<SeveralScanners> several;

  ConfiguredPlayback(
      BridgeConfig config,
      ScannerConfig scanner,
      RunDesks desks,
      ScannerNotes notes,
      BridgeService bridge,
      Optional<SeveralScanners> several) {
    this.desks = desks;
    this.config = config;
    this.scanner = scanner;
    this.notes = notes;
    this.bridge = bridge;
    this.several = several;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Optional<Feed> feed = config.feed();
    Optional<ScannerOptions> live =
        scanner.options().map(options -> options.holdingIn(config.spoolSettings()));
    if (feed.isPresent() && live.isPresent()) {
      throw new IllegalArgumentException(
          "mindstream.bridge.scanner and mindstream.bridge.source or .simulate exclude each other");
    }
    feed.ifPresent(this::play);
    if (several.isPresent()) {
      several.get().start();
    } else {
      live.ifPresent(this::listen);
    }
  }

  private void listen(ScannerOptions options) {
    ScannerFeed feed = ScannerFeed.open(options, desks.of(Optional.empty()), notes::say);
    LOG.info("waiting for {}", feed.description());
    feed.address().flatMap(OpenPort::warning).ifPresent(notes::warn);
    bridge.start();
    bridge.play(feed, config.playback(), new RunNotes(notes::say));
  }

  private void play(Feed feed) {
    feed.problems().forEach(problem -> LOG.warn("not played: {}", problem));
    feed.notes().forEach(note -> LOG.info("note: {}", note));
    LOG.info("region of interest {}: {}", feed.roi().getRoiId(), feed.roi().getDescription());
    bridge.start();
    bridge.play(feed, config.playback(), PlaybackListener.NONE);
  }
}
