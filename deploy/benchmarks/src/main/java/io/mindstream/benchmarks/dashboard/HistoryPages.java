package io.mindstream.benchmarks.dashboard;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How long pages of a history take. */
final class HistoryPages {

  private static final int TURNS = 5;

  private final DashboardServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  HistoryPages(DashboardServer server) {
    this.server = server;
  }

  void run(int trials) throws IOException, InterruptedException {
    System.out.printf("%npages of %d trials                      first   then%n", trials);
    measure("/api/v1/runs?limit=50");
    measure("/api/v1/trials?limit=50");
    measure("/api/v1/trials?limit=50&type=chair");
    measure("/api/v1/trials?limit=50&q=zebra"); // none is found: all are looked through
    measure("/api/v1/trials?limit=50&q=run-003");
    measure("/api/v1/trials?limit=50&q=picture-7");
    measure("/api/v1/state");
  }

  private void measure(String path) throws IOException, InterruptedException {
    double first = millis(path);
    double best = Double.MAX_VALUE;
    for (int turn = 0; turn < TURNS; turn++) {
      best = Math.min(best, millis(path));
    }
    System.out.printf("%-38s %6.1f %6.1f ms%n", path, first, best);
  }

  private double millis(String path) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(server.at(path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}
