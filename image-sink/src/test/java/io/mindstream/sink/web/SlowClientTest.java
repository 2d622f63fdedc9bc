package io.mindstream.sink.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.sink.Records;
import io.mindstream.sink.changes.ChangeStream;
import io.mindstream.sink.dashboard.Board;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients of the stream of changes that do not read what they are sent. */
@Timeout(120)
class SlowClientTest {

  private static final int TRIALS = 100;
  private static final int RECEIVE_BUFFER = 4096;

  /** Many more than the server keeps for a client. */
  private static final int MANY = 1000;

  private static final int MOST_KEPT = 600;

  private static final Pattern WHOLE = Pattern.compile("id: (\\S+)\nevent: \\w+\ndata: .*\n\n");

  @TempDir static Path folder;
  private static ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new ApiServer(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void shouldCutOffAClientThatDoesNotReadInsteadOfKeepingAllForIt() throws Exception {
    try (Socket slow = connect(null)) {
      showAll(0, MANY);
      assertThat(rest(slow)).doesNotContain(onset(MOST_KEPT));
    }
  }

  @Test
  void shouldHoldUpNobodyElse() throws Exception {
    try (Socket slow = connect(null);
        Socket quick = connect(null)) {
      CompletableFuture<Long> seen = CompletableFuture.supplyAsync(() -> shownAt(1099, quick));
      showAll(1000, 100);
      assertThat(seen.get()).isEqualTo(TRIALS);
      assertThat(slow.isClosed()).isFalse();
    }
  }

  @Test
  void shouldTellWhoComesBackAllThatItMissed() throws Exception {
    String last;
    try (Socket slow = connect(null)) {
      showAll(2000, MANY);
      last =
          WHOLE.matcher(rest(slow)).results().reduce((one, other) -> other).orElseThrow().group(1);
    }
    try (Socket back = connect(last)) {
      assertThat(shownAt(2000 + MANY - 1, back)).isEqualTo(TRIALS);
    }
  }

  /** Each turn every trial is shown anew, with another onset. */
  private static void showAll(int firstOnset, int turns) {
    Board board = server.bean(Board.class);
    ChangeStream stream = server.bean(ChangeStream.class);
    for (int turn = 0; turn < turns; turn++) {
      for (int trial = 0; trial < TRIALS; trial++) {
        double onset = firstOnset + turn;
        board.event(StimulusEvent.newBuilder(Records.event(trial)).setOnsetSeconds(onset).build());
      }
      stream.send();
    }
  }

  /** A client that has had the head of the answer and reads no more of itself. */
  private static Socket connect(@Nullable String last) throws IOException {
    URI address = server.bean(EmbeddedServer.class).getURI();
    Socket client = new Socket();
    client.setReceiveBufferSize(RECEIVE_BUFFER);
    client.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    String head = "GET /api/v1/changes HTTP/1.1\r\nHost: localhost\r\n";
    String from = last == null ? "" : "Last-Event-ID: " + last + "\r\n";
    client.getOutputStream().write((head + from + "\r\n").getBytes(US_ASCII));
    client.getInputStream().read();
    return client;
  }

  /** All that is still to be read until the server's end. */
  private static String rest(Socket client) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      client.getInputStream().transferTo(read);
    } catch (SocketException e) {
      // Cut off, not ended.
    }
    return read.toString(UTF_8);
  }

  private static String onset(int seconds) {
    return "\"onsetSeconds\":" + seconds + ".0";
  }

  /** How many trials a client is told of with an onset, until all were or its end. */
  private static long shownAt(int onset, Socket client) {
    try {
      return new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))
          .lines()
          .filter(line -> line.contains(onset(onset)))
          .limit(TRIALS)
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
