package io.mindstream.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a session does beside sending volumes. */
@Timeout(60)
class ConsoleTest {

  @TempDir private Path folder;
  private final SimulatedScanner scanner = Sessions.scanner();

  @Test
  void shouldBreakOffAfterTheVolumesThatAreAllowed() {
    assertThat(play(0, OptionalInt.of(3), OptionalDouble.empty())).isFalse();
    assertThat(out()).hasSize(3);
  }

  @Test
  void shouldPlayToTheEnd() {
    assertThat(play(0, OptionalInt.empty(), OptionalDouble.empty())).isTrue();
    assertThat(out()).hasSize(scanner.expectedVolumes());
  }

  @Test
  void shouldSendDummiesBeforeTheFirstVolume() {
    play(2, OptionalInt.empty(), OptionalDouble.empty());
    assertThat(out()).hasSize(scanner.expectedVolumes() + 2);
  }

  @Test
  void shouldTellStimuliAsAnEventsTable() {
    play(0, OptionalInt.empty(), OptionalDouble.empty());
    EventRow row = EventsTsv.read(folder.resolve("events.tsv")).get(0);
    assertThat(row.stimFile()).get().satisfies(name -> assertThat(stimulus(name)).isNotEmpty());
  }

  @Test
  void shouldStretchStimuliWithTheRepetitionTime() {
    play(0, OptionalInt.empty(), OptionalDouble.empty());
    double onset = onset();
    play(0, OptionalInt.empty(), OptionalDouble.of(2));
    assertThat(onset()).isEqualTo(2 * onset);
  }

  @Test
  void shouldPostStimuliAsJson() throws Exception {
    LinkedBlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
      Sessions.play(
          scanner, session(0, OptionalInt.empty(), OptionalDouble.empty(), Optional.of(url)));
      assertThat(bodies.poll(20, TimeUnit.SECONDS))
          .contains("\"onset\":", "\"duration\":4.0", "\"trial_type\":\"");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void shouldCarryTheNameOfNobody() throws IOException {
    play(0, OptionalInt.of(1), OptionalDouble.empty());
    byte[] file = Files.readAllBytes(out().get(0));
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("Nobody^Known");
  }

  private double onset() {
    return EventsTsv.read(folder.resolve("events.tsv")).get(0).onsetSeconds();
  }

  private byte[] stimulus(String name) {
    try {
      return Files.readAllBytes(folder.resolve("stimuli").resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> out() {
    try (var files = Files.list(folder.resolve("out"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private boolean play(int dummies, OptionalInt stop, OptionalDouble tr) {
    return Sessions.play(scanner, session(dummies, stop, tr, Optional.empty()));
  }

  private ConsoleSession session(
      int dummies, OptionalInt stop, OptionalDouble tr, Optional<URI> url) {
    return new ConsoleSession(
        Vendor.SIEMENS_MOSAIC,
        new Target.Folder(folder.resolve("out")),
        new ConsoleOptions(tr, Speed.MAX, dummies, stop, "Nobody^Known"),
        Optional.of(folder.resolve("events.tsv").toString()),
        url);
  }
}
