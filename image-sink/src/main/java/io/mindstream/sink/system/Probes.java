package io.mindstream.sink.system;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.sink.api.SystemState;
import io.mindstream.sink.api.SystemState.Server;
import io.mindstream.sink.api.SystemState.Service;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What was last heard of servers and services outside this process. */
public final class Probes {

  private final Handlers handlers;
  private final KafkaProbe kafkaProbe;
  private final Poll<KafkaProbe.Answer> kafka;
  private final Poll<Server> registry;
  private final Poll<List<Service>> services;

  /**
   * Asks nobody before it is started.
   *
   * @param backlog the records that came
   * @param remote by name, the URL of each {@code /health} of a process of its own
   */
  public Probes(
      KafkaSettings settings,
      SchemaRegistry schemas,
      Handlers handlers,
      Backlog backlog,
      Map<String, URI> remote) {
    this.handlers = handlers;
    this.kafkaProbe = new KafkaProbe(settings, handlers.groups(), backlog);
    this.kafka = new Poll<>("kafka-probe", kafkaProbe.unheard(), kafkaProbe::ask);
    RegistryProbe probe = new RegistryProbe(schemas);
    this.registry = new Poll<>("registry-probe", probe.unheard(), probe::ask);
    this.services = new Poll<>("service-probe", List.of(), new RemoteServices(remote)::ask);
  }

  /** Begins to ask. */
  public void start() {
    kafka.start();
    registry.start();
    services.start();
  }

  /** Ends. */
  public void stop() {
    kafka.stop();
    registry.stop();
    services.stop();
    kafkaProbe.close();
  }

  Server kafka() {
    return kafka.latest().kafka();
  }

  Server registry() {
    return registry.latest();
  }

  List<Service> services() {
    return services.latest();
  }

  SystemState.Backlog backlog() {
    Map<String, Long> behind = kafka.latest().behind();
    return new SystemState.Backlog(behind.get(handlers.vectors()), behind.get(handlers.images()));
  }

  /**
   * Who handles what.
   *
   * @param vectors the topic of vectors
   * @param decoders the group that decodes them
   * @param images the topic of pictures
   * @param sinks the group that stores them
   */
  public record Handlers(String vectors, String decoders, String images, String sinks) {

    Map<String, String> groups() {
      return Map.of(vectors, decoders, images, sinks);
    }
  }
}
