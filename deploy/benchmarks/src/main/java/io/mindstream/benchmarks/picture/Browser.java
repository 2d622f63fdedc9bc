package io.mindstream.benchmarks.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Follows the changes as a page does, fetches each picture, and remembers when it had it. */
final class Browser implements AutoCloseable {

  private static final String DATA = "data:";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, Instant> loaded = new ConcurrentHashMap<>();
  private final URI dashboard;
  private final CompletableFuture<HttpResponse<Stream<String>>> connected;
  private final Thread reader;

  Browser(URI dashboard) {
    this.dashboard = dashboard;
    HttpRequest changes =
        HttpRequest.newBuilder(dashboard.resolve("/api/v1/changes"))
            .header("Accept", "text/event-stream")
            .build();
    this.connected = http.sendAsync(changes, BodyHandlers.ofLines());
    this.reader = new Thread(this::read, "browser");
    reader.setDaemon(true);
    reader.start();
  }

  /** When each trial's picture was there, by index. */
  Map<Integer, Instant> loaded() {
    return loaded;
  }

  private void read() {
    try {
      connected.join().body().filter(line -> line.startsWith(DATA)).forEach(this::take);
    } catch (UncheckedIOException | CancellationException e) {
      // The server ends, or this: what is missing then is missing in the measurement.
    }
  }

  private void take(String line) {
    try {
      JsonNode change = json.readTree(line.substring(DATA.length()));
      JsonNode picture = change.path("samples").path(0);
      if (picture.isTextual() && !loaded.containsKey(change.path("trialIndex").asInt())) {
        fetch(change.path("trialIndex").asInt(), picture.asText());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Beside the reading, as browsers do. */
  private void fetch(int trial, String address) {
    HttpRequest get = HttpRequest.newBuilder(dashboard.resolve(address)).build();
    Future<?> unused = // A picture that does not come lacks in the result.
        http.sendAsync(get, BodyHandlers.ofByteArray())
            .thenAccept(
                answer -> {
                  if (answer.statusCode() == 200) {
                    loaded.putIfAbsent(trial, Instant.now());
                  }
                });
  }

  @Override
  public void close() {
    connected.cancel(true);
    reader.interrupt();
  }
}
