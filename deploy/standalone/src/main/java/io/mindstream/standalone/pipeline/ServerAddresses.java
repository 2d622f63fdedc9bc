package io.mindstream.standalone.pipeline;

import io.mindstream.standalone.embedded.EmbeddedKafka;
import io.mindstream.standalone.embedded.EmbeddedObjectStore;
import io.mindstream.standalone.embedded.EmbeddedPart;
import io.mindstream.standalone.embedded.EmbeddedRegistry;
import io.mindstream.standalone.embedded.ObjectStoreKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Where Kafka, the schema registry and the object store are, each embedded or given.
 *
 * @param kafka bootstrap servers, host:port
 * @param registry base URL
 * @param objectStore endpoint URL
 * @param objectStoreKeys of the embedded object store; empty where it is not embedded
 */
public record ServerAddresses(
    String kafka, String registry, String objectStore, Optional<ObjectStoreKeys> objectStoreKeys) {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /** Starts what is not given, all at the same time; what was started is put on the stack. */
  static ServerAddresses start(StandaloneSettings settings, DataFolder data, StopStack stops) {
    Ports ports = settings.ports();
    ExternalServers external = settings.external();
    CompletableFuture<String> registry =
        part(
            "registry",
            external.registry(),
            () ->
                EmbeddedRegistry.start(
                    data.registry(), ports.registry(), data.log("schema-registry")),
            stops);
    CompletableFuture<String> kafka =
        part(
            "kafka",
            external.kafka(),
            () -> EmbeddedKafka.start(data.kafka(), ports.kafka()),
            stops);
    Optional<ObjectStoreKeys> keys =
        external.s3Endpoint().isPresent()
            ? Optional.empty()
            : Optional.of(settings.keys().orElseGet(() -> ObjectStoreKeys.in(data.objectKeys())));
    CompletableFuture<String> objects =
        part(
            "object-store",
            external.s3Endpoint(),
            () -> EmbeddedObjectStore.start(data.objects(), ports.s3(), keys.orElseThrow()),
            stops);
    awaitAll(registry, kafka, objects);
    return new ServerAddresses(kafka.join(), registry.join(), objects.join(), keys);
  }

  private static CompletableFuture<String> part(
      String name,
      Optional<String> given,
      Supplier<? extends EmbeddedPart> start,
      StopStack stops) {
    return given
        .map(CompletableFuture::completedFuture)
        .orElseGet(
            () ->
                CompletableFuture.supplyAsync(
                    () -> {
                      EmbeddedPart part = start.get();
                      stops.add(name, STOP_LIMIT, part::close);
                      return part.address();
                    },
                    task -> new Thread(task, "start-" + name).start()));
  }

  /** All must have ended before one failure is told, so that the stack holds all that started. */
  private static void awaitAll(CompletableFuture<?>... parts) {
    try {
      CompletableFuture.allOf(parts).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
