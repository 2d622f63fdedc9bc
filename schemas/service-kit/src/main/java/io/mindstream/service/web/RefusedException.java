package io.mindstream.service.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that is not answered as asked. Its message says what is wrong and what to do; the
 * details go into the JSON beside it.
 */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, Object> details;

  private RefusedException(int status, String message, Map<String, Object> details) {
    super(message);
    this.status = status;
    this.details = new LinkedHashMap<>(details);
  }

  /** A refusal with an HTTP status from 400 on. */
  public static RefusedException of(int status, String message) {
    return new RefusedException(status, message, Map.of());
  }

  /**
   * A value that cannot be used: 422.
   *
   * @param field the field's name in the request's JSON
   */
  public static RefusedException field(String field, String message) {
    return of(422, field + ": " + message).with("field", field);
  }

  /** Something outside is away: 503, worth another try after a few seconds. */
  public static RefusedException unavailable(String message) {
    return of(503, message);
  }

  /** The same with one more detail; values of JSON's own kinds. */
  public RefusedException with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new RefusedException(status, String.valueOf(getMessage()), more);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What the answer's JSON holds: {@code message}, the same as {@code error}, the details. */
  public Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", String.valueOf(getMessage()));
    body.put("error", String.valueOf(getMessage()));
    body.putAll(details);
    return body;
  }
}
