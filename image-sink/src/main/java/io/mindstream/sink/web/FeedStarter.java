package io.mindstream.sink.web;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.mindstream.sink.kafka.DashboardFeed;
import jakarta.inject.Singleton;

/** The dashboard reads the topics as long as its server serves. */
@Singleton
final class FeedStarter implements ApplicationEventListener<ServerStartupEvent> {

  private final DashboardFeed feed;

  FeedStarter(DashboardFeed feed) {
    this.feed = feed;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    feed.start();
  }
}
