package io.mindstream.sink.recorder;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** The recorder works as long as the sink's server serves. */
@Singleton
@Requires(beans = RecorderService.class)
final class RecorderStarter implements ApplicationEventListener<ServerStartupEvent> {

  private final RecorderService recorder;

  RecorderStarter(RecorderService recorder) {
    this.recorder = recorder;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    recorder.start();
  }
}
