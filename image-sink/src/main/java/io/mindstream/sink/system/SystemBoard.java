package io.mindstream.sink.system;

import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.api.SystemState;
import io.mindstream.sink.api.SystemState.Scanner;
import io.mindstream.sink.api.SystemState.Server;
import io.mindstream.sink.api.SystemState.Service;
import io.mindstream.sink.api.SystemState.State;
import io.mindstream.sink.dashboard.RunBoard;
import io.mindstream.sink.history.StoreWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the whole is now; asks nobody. May be used by several threads. */
public final class SystemBoard {

  private static final double MILLIS = 1e3;

  private final Supplier<Collection<PipelineService>> own;
  private final Probes probes;
  private final StoreWatch store;
  private final RunBoard runs;
  private final InstantSource clock;

  /**
   * Looks at what is known elsewhere.
   *
   * @param own the services of this process
   */
  public SystemBoard(
      Supplier<Collection<PipelineService>> own,
      Probes probes,
      StoreWatch store,
      RunBoard runs,
      InstantSource clock) {
    this.own = own;
    this.probes = probes;
    this.store = store;
    this.runs = runs;
    this.clock = clock;
  }

  /** How it is. */
  public SystemState state() {
    List<Service> services = new ArrayList<>();
    own.get().forEach(service -> services.add(view(service)));
    services.addAll(probes.services());
    return new SystemState(
        services, probes.kafka(), probes.registry(), store(), scanner(), probes.backlog());
  }

  /** The same without what changes by the mere passing of time. */
  SystemState lasting() {
    SystemState now = state();
    return new SystemState(
        now.services(),
        now.kafka(),
        now.registry(),
        now.store(),
        new Scanner(now.scanner().state(), null, null),
        now.backlog());
  }

  private Server store() {
    ServiceHealth health = store.health();
    return new Server(state(health), health.up() ? "answers" : health.describe(), store.address());
  }

  private Scanner scanner() {
    Optional<Instant> last = runs.lastVolumeAt();
    List<Run> underWay = runs.current().stream().filter(Run::underWay).toList();
    String state = "idle";
    if (underWay.stream().anyMatch(run -> !run.silent() && run.lastVolumeAt() != null)) {
      state = "receiving";
    } else if (underWay.stream().anyMatch(Run::silent)) {
      state = "silent";
    }
    return new Scanner(
        state,
        last.orElse(null),
        last.map(at -> Duration.between(at, clock.instant()).toMillis() / MILLIS).orElse(null));
  }

  private static Service view(PipelineService service) {
    ServiceHealth health = service.health();
    return new Service(service.name(), state(health), health.describe());
  }

  private static State state(ServiceHealth health) {
    if (health.up()) {
      return State.up;
    }
    return health instanceof ServiceHealth.Waiting ? State.waiting : State.down;
  }
}
