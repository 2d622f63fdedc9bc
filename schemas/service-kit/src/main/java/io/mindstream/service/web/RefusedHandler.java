package io.mindstream.service.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Map;

/** Answers a refused request with its JSON; one that may be tried again says after how long. */
@Produces
@Singleton
final class RefusedHandler
    implements ExceptionHandler<RefusedException, HttpResponse<Map<String, Object>>> {

  private static final int UNAVAILABLE = 503;
  private static final String RETRY_SECONDS = "5";

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<Map<String, Object>> handle(HttpRequest request, RefusedException refused) {
    MutableHttpResponse<Map<String, Object>> answer =
        HttpResponse.<Map<String, Object>>status(refused.status(), "refused")
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .body(refused.body());
    return refused.status() == UNAVAILABLE ? answer.header("Retry-After", RETRY_SECONDS) : answer;
  }
}
