package io.mindstream.bridge.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.mindstream.bridge.config.BridgeConfig;
import io.mindstream.service.web.OwnHosts;
import io.mindstream.service.web.RefusedException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Nobody is asked for a name, but no page of another site may post: a request must name this server
 * by a name of its own, and a post must be JSON, which a page may not send elsewhere without
 * asking, and come from no page or from one of this server.
 */
@ServerFilter({
  "/api/runs",
  "/api/runs/**",
  "/api/clock",
  "/api/v1/runs",
  "/api/v1/runs/**",
  "/api/v1/clock"
})
final class RunGuard {

  private final OwnHosts hosts;

  /** The names are those of the dashboard, unless the bridge has some of its own. */
  RunGuard(BridgeConfig own, @Value("${mindstream.sink.dashboard.hosts:}") List<String> dashboard) {
    List<String> names = own.hosts() == null ? dashboard : own.hosts();
    this.hosts = new OwnHosts(names.stream().filter(host -> !host.isBlank()).toList());
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    String host = request.getHeaders().get("Host");
    if (host == null || !hosts.contains(host)) {
      throw RefusedException.of(
          421,
          "this server does not answer to that name; where the name is its own, add it to"
              + " mindstream.bridge.hosts");
    }
    if (request.getMethod() == HttpMethod.POST) {
      requireJson(request);
      requireOwnPage(request, host);
    }
  }

  private static void requireJson(HttpRequest<?> request) {
    Optional<MediaType> type = request.getContentType();
    if (type.isEmpty() || !type.get().matches(MediaType.APPLICATION_JSON_TYPE)) {
      throw RefusedException.of(415, "send JSON, with the header Content-Type: application/json");
    }
  }

  private static void requireOwnPage(HttpRequest<?> request, String host) {
    String origin = request.getHeaders().get("Origin");
    if (origin != null && !isOf(origin, host)) {
      throw RefusedException.of(403, "a page of another site may not post here");
    }
  }

  private static boolean isOf(String origin, String host) {
    try {
      return host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
