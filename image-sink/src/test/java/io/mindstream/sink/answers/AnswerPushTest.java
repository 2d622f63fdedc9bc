package io.mindstream.sink.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.sink.Records;
import io.mindstream.sink.config.AnswersConfig;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** By real sockets of this machine. */
@Timeout(60)
class AnswerPushTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final InstantSource CLOCK = InstantSource.fixed(Records.SCANNED);

  private final AnswerBook book = new AnswerBook();
  private AnswerPush push;

  @BeforeEach
  void begin() {
    book.run(Records.run(RunState.STARTED));
  }

  @AfterEach
  void stop() {
    push.stop();
  }

  @Test
  void shouldSendADatagramATrial() throws Exception {
    try (DatagramSocket receiver = new DatagramSocket(0, HERE)) {
      start("udp://127.0.0.1:" + receiver.getLocalPort(), Duration.ZERO);
      decode(3);
      assertThat(line(receiver)).contains("\"trial\":3,\"status\":\"decoded\"");
    }
  }

  @Test
  void shouldSayThatATrialIsLate() throws Exception {
    try (DatagramSocket receiver = new DatagramSocket(0, HERE)) {
      book.event(Records.event(4));
      start("udp://127.0.0.1:" + receiver.getLocalPort(), Duration.ofMillis(1), 10);
      assertThat(line(receiver)).contains("\"trial\":4,\"status\":\"late\"");
    }
  }

  @Test
  void shouldSendALineByTcp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
      start("tcp://127.0.0.1:" + server.getLocalPort(), Duration.ZERO);
      try (Socket socket = server.accept()) {
        decode(3);
        assertThat(line(socket)).contains("\"trial\":3,\"status\":\"decoded\"");
      }
    }
  }

  @Test
  void shouldConnectAgainWhereTheReceiverWentAway() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
      start("tcp://127.0.0.1:" + server.getLocalPort(), Duration.ZERO);
      server.accept().close();
      decode(3);
      try (Socket socket = server.accept()) {
        assertThat(line(socket)).contains("\"trial\":3");
      }
    }
  }

  @Test
  void shouldHoldUpNobodyWhereNobodyReceives() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 5, HERE)) {
      port = closed.getLocalPort();
    }
    start("tcp://127.0.0.1:" + port, Duration.ZERO);
    for (int trial = 0; trial < 3000; trial++) {
      decode(trial);
    }
    try (ServerSocket server = new ServerSocket(port, 5, HERE);
        Socket socket = server.accept()) {
      assertThat(line(socket)).contains("\"trial\":2000,");
    }
  }

  private void start(String to, Duration deadline) {
    start(to, deadline, 0);
  }

  private void start(String to, Duration deadline, long laterMillis) {
    push =
        new AnswerPush(
            book,
            new AnswersConfig(List.of(to), deadline),
            ObjectMapper.getDefault(),
            new Ticking(laterMillis));
    push.start();
  }

  /** The first look is at the scan's time, each later one a while after it. */
  private static final class Ticking implements InstantSource {
    private final long laterMillis;
    private boolean started;

    Ticking(long laterMillis) {
      this.laterMillis = laterMillis;
    }

    @Override
    public synchronized Instant instant() {
      Instant now = started ? CLOCK.instant().plusMillis(laterMillis) : CLOCK.instant();
      started = true;
      return now;
    }
  }

  private void decode(int trial) {
    book.image(Records.image(trial, 0));
    book.image(Records.image(trial, 1));
  }

  private static String line(DatagramSocket receiver) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    receiver.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  private static String line(Socket socket) throws Exception {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
  }
}
