package io.mindstream.bridge.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The listener with the commands of dcmtk, where they are installed. */
@Timeout(60)
class DcmtkTest {

  @TempDir private Path folder;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private Path stored = Path.of("");
  private DimseListener listener =
      DimseListener.open(settings(), object -> StoreAnswer.SUCCESS, note -> {});

  @BeforeEach
  void listen() throws IOException {
    assumeTrue(
        Stream.of("echoscu", "storescu", "dcmdump").allMatch(DcmtkTest::installed),
        "skipped: dcmtk is not installed (Debian: apt install dcmtk)");
    listener.close();
    stored = folder.resolve("stored");
    listener = DimseListener.open(settings(), new ReceivedFolder(stored), notes::add);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void shouldAnswerEchoscu() throws Exception {
    assertThat(run("echoscu", "-v", "localhost", port())).contains("Success");
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("ECHOSCU at 127.0.0.1 tried the connection");
  }

  @Test
  void shouldStoreWhatStorescuSends() throws Exception {
    String file = file("1.2.840.113619.2.5.1", 100_000).toString();
    assertThat(run("storescu", "-v", "localhost", port(), file)).contains("Success");
    Path object = stored.resolve("object-000001.dcm");
    assertThat(Files.readAllBytes(object))
        .endsWith(DataSets.image("1.2.840.113619.2.5.1", 100_000));
    assertThat(run("dcmdump", object.toString())).contains("1.2.840.113619.2.5.1", "STORESCU");
  }

  @Test
  void shouldStoreAFileOfEachOfSeveralAssociations() throws Exception {
    for (int i = 1; i <= 3; i++) {
      run("storescu", "localhost", port(), file("1.2.3." + i, 10).toString());
    }
    try (Stream<Path> files = Files.list(stored)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted())
          .containsExactly("object-000001.dcm", "object-000002.dcm", "object-000003.dcm");
    }
  }

  @Test
  void shouldKeepToASmallPduInBothDirections() throws Exception {
    String file = file("1.2.3.5", 100_000).toString();
    assertThat(run("storescu", "-v", "--max-pdu", "4096", "localhost", port(), file))
        .contains("Success");
  }

  private Path file(String instance, int pixels) throws IOException {
    byte[] image = DataSets.image(instance, pixels);
    ReceivedObject object =
        new ReceivedObject(
            Scu.MR, instance, Scu.EXPLICIT, ByteBuffer.wrap(image), Instant.now(), "TEST");
    Path file = folder.resolve(instance + ".dcm");
    Files.write(file, FileMeta.of(object));
    return Files.write(file, image, java.nio.file.StandardOpenOption.APPEND);
  }

  private String port() {
    return String.valueOf(listener.address().getPort());
  }

  private static DimseSettings settings() {
    return new DimseSettings(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "MINDSTREAM");
  }

  private static boolean installed(String command) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, command)));
  }

  private static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
