package io.mindstream.sink.system;

import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.sink.api.SystemState;
import io.mindstream.sink.api.SystemState.State;

/** Asks the schema registry whether it is there. */
final class RegistryProbe {

  private final SchemaRegistry registry;

  RegistryProbe(SchemaRegistry registry) {
    this.registry = registry;
  }

  SystemState.Server ask() {
    try {
      registry.requireAnswer();
      return server(State.up, "answers");
    } catch (RegistryUnavailableException e) {
      return server(State.down, String.valueOf(e.getMessage()));
    }
  }

  SystemState.Server unheard() {
    return server(State.waiting, "not asked yet");
  }

  private SystemState.Server server(State state, String message) {
    return new SystemState.Server(state, message, registry.address());
  }
}
