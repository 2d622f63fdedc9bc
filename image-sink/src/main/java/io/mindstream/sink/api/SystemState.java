package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the whole is.
 *
 * @param backlog records that are not handled yet
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SystemState(
    List<Service> services,
    Server kafka,
    Server registry,
    Server store,
    Scanner scanner,
    Backlog backlog) {

  /** Copies the list. */
  public SystemState {
    services = List.copyOf(services);
  }

  /** How a service or a server is. Named as in JSON. */
  public enum State {
    /** At work. */
    up,
    /** Waits for something, or was not heard of yet. */
    waiting,
    /** Does not answer, gave up, or was stopped. */
    down
  }

  /** A service; the message says what it waits for or what to do. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Service(String name, State state, String message) {}

  /** A server, and where it is. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Server(State state, String message, String address) {}

  /**
   * What comes from the scanner.
   *
   * @param state receiving; silent where a run is under way and no volume comes; idle
   * @param lastVolumeAt when the newest volume came, UTC; null where none was seen
   * @param ageSeconds so long ago; null where none was seen
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Scanner(
      String state, @Nullable Instant lastVolumeAt, @Nullable Double ageSeconds) {}

  /** Records behind; null where Kafka does not tell. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Backlog(@Nullable Long vectors, @Nullable Long images) {}
}
