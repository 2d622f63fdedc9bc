package io.mindstream.benchmarks.dashboard;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.sink.history.StoreWatch;
import io.mindstream.sink.run.RunWriter;
import io.mindstream.sink.trial.TrialWriter;
import io.mindstream.standalone.embedded.EmbeddedObjectStore;
import io.mindstream.standalone.embedded.ObjectStoreKeys;
import io.mindstream.standalone.embedded.Port;
import io.mindstream.storage.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The server, and an object store with a history. */
final class DashboardServer implements AutoCloseable {

  private static final int TRIALS_A_RUN = 20;
  private static final long LOOK_MILLIS = 100;

  private final EmbeddedObjectStore store;
  private final ApplicationContext context;

  DashboardServer(Path folder) {
    ObjectStoreKeys keys = ObjectStoreKeys.in(folder.resolve("keys"));
    this.store =
        EmbeddedObjectStore.start(folder.resolve("objects"), Port.anyFree("--s3-port"), keys);
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.port", -1);
    properties.put("mindstream.kafka.bootstrap-servers", "localhost:1");
    properties.put("mindstream.bridge.spool", folder.resolve("spool").toString());
    properties.put("mindstream.sink.s3.endpoint", store.address());
    properties.put("mindstream.sink.s3.access-key", keys.access());
    properties.put("mindstream.sink.s3.secret-key", keys.secret());
    this.context = ApplicationContext.run(properties);
  }

  /** Stores so many trials, starts the server and waits until it knows them. */
  void remember(int trials) throws InterruptedException {
    ObjectStore objects = bean(ObjectStore.class);
    TrialWriter writer = new TrialWriter(objects);
    RunWriter runs = new RunWriter(objects);
    long begin = System.nanoTime();
    for (int trial = 0; trial < trials; trial++) {
      GeneratedRun run = new GeneratedRun(trial / TRIALS_A_RUN);
      writer.image(run.image(trial % TRIALS_A_RUN));
      if ((trial + 1) % TRIALS_A_RUN == 0 || trial + 1 == trials) {
        runs.header(run.header(RunState.ENDED));
      }
    }
    System.out.printf("%d trials stored in %.1f s%n", trials, secondsSince(begin));
    long start = System.nanoTime();
    bean(EmbeddedServer.class).start();
    while (!bean(StoreWatch.class).health().up()) {
      Thread.sleep(LOOK_MILLIS);
    }
    System.out.printf("server started and store listed in %.1f s%n", secondsSince(start));
  }

  URI at(String path) {
    return bean(EmbeddedServer.class).getURI().resolve(path);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    store.close();
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
