package io.mindstream.standalone.doctor;

import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.StoreSettings;
import io.mindstream.storage.StoreUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An S3 server, and how far its clock is from this machine's. */
public final class Store {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** S3 refuses requests of clocks that differ by 15 minutes; latencies mislead long before. */
  private static final Duration APART = Duration.ofSeconds(2);

  private Store() {}

  /**
   * What was found; nothing is written.
   *
   * @param clock this machine's
   */
  public static List<Finding> look(StoreSettings settings, Clock clock) {
    List<Finding> findings = new ArrayList<>();
    try (S3ObjectStore store = new S3ObjectStore(settings)) {
      int runs = store.folders("").size();
      findings.add(
          Finding.ok(
              "store",
              settings.address()
                  + (runs == 0 ? " answers; nothing is in the bucket yet" : " answers")));
    } catch (StoreUnavailableException e) {
      findings.add(Finding.bad("store", String.valueOf(e.getMessage())));
    }
    serverTime(settings.endpoint()).ifPresent(time -> findings.add(clocks(time, clock.instant())));
    return findings;
  }

  static Finding clocks(Instant theirs, Instant ours) {
    Duration apart = Duration.between(theirs, ours);
    String text = "this machine's and the store's are %d s apart".formatted(apart.toSeconds());
    return apart.abs().compareTo(APART) <= 0
        ? Finding.ok("clock", text)
        : Finding.bad("clock", text + "; set both by NTP, or latencies and onsets mislead");
  }

  /** Whole seconds, as HTTP has them. */
  private static Optional<Instant> serverTime(String endpoint) {
    try {
      HttpRequest head =
          HttpRequest.newBuilder(URI.create(endpoint))
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .timeout(PATIENCE)
              .build();
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(head, BodyHandlers.discarding())
          .headers()
          .firstValue("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
