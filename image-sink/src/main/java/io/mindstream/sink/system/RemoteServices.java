package io.mindstream.sink.system;

import io.mindstream.sink.api.SystemState.Service;
import io.mindstream.sink.api.SystemState.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks services that run in processes of their own for their health. */
final class RemoteServices {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int OK = 200;

  private final Map<String, URI> addresses;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** By name, the URL of each {@code /health}. */
  RemoteServices(Map<String, URI> addresses) {
    this.addresses = Map.copyOf(addresses);
  }

  List<Service> ask() {
    List<Service> services = new ArrayList<>();
    addresses.forEach((name, address) -> services.add(ask(name, address)));
    return services;
  }

  private Service ask(String name, URI address) {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == OK
          ? new Service(name, State.up, "running")
          : new Service(name, State.waiting, "not at work; " + address + " says why");
    } catch (IOException e) {
      return new Service(
          name,
          State.down,
          "does not answer at "
              + address
              + "; start it, or mend mindstream.sink.dashboard.services");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Service(name, State.waiting, "not asked");
    }
  }
}
