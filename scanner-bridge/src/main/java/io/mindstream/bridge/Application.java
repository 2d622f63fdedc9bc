package io.mindstream.bridge;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.mindstream.bridge.config.BridgeConfig;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridge as a process of its own: health and metrics by HTTP, and the feed that the properties
 * name, played once. The context's shutdown hook aborts what is still playing.
 */
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] args) {
    ApplicationContext context = Micronaut.run(Application.class, args);
    try {
      play(context);
    } catch (RuntimeException e) {
      LOG.error("{}", e.getMessage());
      LOG.debug("cannot start", e);
      context.close();
      System.exit(1);
    }
  }

  private static void play(ApplicationContext context) {
    BridgeConfig config = context.getBean(BridgeConfig.class);
    BridgeService bridge = context.getBean(BridgeService.class);
    bridge.start();
    config
        .feed()
        .ifPresentOrElse(
            feed -> {
              feed.problems().forEach(problem -> LOG.warn("not played: {}", problem));
              bridge.play(feed, config.playback(), PlaybackListener.NONE);
            },
            () ->
                LOG.info(
                    "nothing to play: set mindstream.bridge.source or"
                        + " mindstream.bridge.simulate=true"));
  }
}
