package io.mindstream.sink.web;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.mindstream.sink.answers.AnswerPush;
import io.mindstream.sink.kafka.DashboardFeed;
import jakarta.inject.Singleton;

/** The dashboard reads the topics, and answers are pushed, as long as its server serves. */
@Singleton
final class FeedStarter implements ApplicationEventListener<ServerStartupEvent> {

  private final DashboardFeed feed;
  private final AnswerPush push;

  FeedStarter(DashboardFeed feed, AnswerPush push) {
    this.feed = feed;
    this.push = push;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    push.start();
    feed.start();
  }
}
