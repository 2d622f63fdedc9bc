package io.mindstream.sink.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.mindstream.service.web.OwnHosts;
import io.mindstream.sink.config.DashboardConfig;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites' pages away from this server. A request must name the server by an address or a
 * name of its own, so that no name of somebody else's can be pointed at it; and a browser is told
 * to run and to load nothing but what comes from here, and to show the page in no frame.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class DashboardGuard {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final OwnHosts hosts;

  DashboardGuard(DashboardConfig config) {
    this.hosts = new OwnHosts(config.hosts());
  }

  /** Null lets the request pass. */
  @RequestFilter
  @Nullable HttpResponse<String> refuse(HttpRequest<?> request) {
    String host = request.getHeaders().get("Host");
    if (host != null && hosts.contains(host)) {
      return null;
    }
    return HttpResponse.<String>status(HttpStatus.MISDIRECTED_REQUEST)
        .contentType(MediaType.TEXT_PLAIN_TYPE)
        .body(
            "this server does not answer to that name; where the name is its own, add it to"
                + " mindstream.sink.dashboard.hosts\n");
  }

  @ResponseFilter
  void protect(MutableHttpResponse<?> response) {
    response
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
