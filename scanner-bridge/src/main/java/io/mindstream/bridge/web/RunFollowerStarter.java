package io.mindstream.bridge.web;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** The runs are followed as long as the server serves. */
@Singleton
final class RunFollowerStarter implements ApplicationEventListener<ServerStartupEvent> {

  private final RunFollower follower;

  RunFollowerStarter(RunFollower follower) {
    this.follower = follower;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    follower.start();
  }
}
