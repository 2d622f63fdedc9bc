package io.mindstream.sink.web;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.mindstream.sink.answers.AnswerPush;
import io.mindstream.sink.changes.ChangeTicker;
import io.mindstream.sink.history.StoreWatch;
import io.mindstream.sink.kafka.DashboardFeed;
import io.mindstream.sink.system.Probes;
import jakarta.inject.Singleton;

/** The dashboard reads topics and store, and answers are pushed, as long as its server serves. */
@Singleton
final class FeedStarter implements ApplicationEventListener<ServerStartupEvent> {

  private final DashboardFeed feed;
  private final AnswerPush push;
  private final StoreWatch store;
  private final Probes probes;
  private final ChangeTicker ticker;

  FeedStarter(
      DashboardFeed feed, AnswerPush push, StoreWatch store, Probes probes, ChangeTicker ticker) {
    this.feed = feed;
    this.push = push;
    this.store = store;
    this.probes = probes;
    this.ticker = ticker;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    push.start();
    feed.start();
    store.start();
    probes.start();
    ticker.start();
  }
}
