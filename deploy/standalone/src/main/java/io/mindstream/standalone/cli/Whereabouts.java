package io.mindstream.standalone.cli;

import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.service.OpenAddress;
import io.mindstream.standalone.embedded.ObjectStoreKeys;
import io.mindstream.standalone.pipeline.ServerAddresses;
import io.mindstream.standalone.pipeline.StandalonePipeline;

/** Where a running pipeline is found, for people and for other commands. */
record Whereabouts(StandalonePipeline pipeline) {

  /** Says where to watch. */
  void dashboard(Console console) {
    console.say("@|bold dashboard|@  " + pipeline.dashboard());
    OpenAddress.warning(pipeline.bean(EmbeddedServer.class)).ifPresent(console::warn);
  }

  /** Says what other commands and programs connect to. */
  void servers(Console console) {
    ServerAddresses at = pipeline.addresses();
    console.say("kafka      " + at.kafka());
    console.say("registry   " + at.registry());
    console.say("s3         " + at.objectStore());
    at.objectStoreKeys().ifPresent(keys -> say(console, keys));
  }

  private static void say(Console console, ObjectStoreKeys keys) {
    console.say("s3 keys    access " + keys.access() + ", secret " + keys.secret());
  }
}
