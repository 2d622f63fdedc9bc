package io.mindstream.sink.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.util.Optional;

/** Files as answers; 404 where there is none. */
final class Answers {

  /** Of what its address names for ever. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** Of what hardly changes. */
  static final String A_MINUTE = "public, max-age=60";

  /** Of what is another every time. */
  static final String NEVER = "no-store";

  private Answers() {}

  static HttpResponse<byte[]> png(Optional<byte[]> png, String caching) {
    return file(png, MediaType.IMAGE_PNG_TYPE, caching);
  }

  static HttpResponse<byte[]> json(Optional<byte[]> json) {
    return file(json, MediaType.APPLICATION_JSON_TYPE, NEVER);
  }

  private static HttpResponse<byte[]> file(
      Optional<byte[]> content, MediaType type, String caching) {
    byte[] bytes =
        content.orElseThrow(
            () -> Asked.unknown("this file, here or (if it is there now) in the store,"));
    return HttpResponse.ok(bytes).contentType(type).header("Cache-Control", caching);
  }
}
