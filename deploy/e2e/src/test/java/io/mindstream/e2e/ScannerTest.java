package io.mindstream.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real scanner's files are written into a folder; events come by HTTP; pictures come out. */
@Timeout(180)
class ScannerTest {

  private static final String RUN = "sub-01_ses-a_task-rest_run-05";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Name, id, birth date, other ids and names, age, address, comments; physicians, institution. */
  private static final List<Integer> IDENTIFYING =
      List.of(
          0x00100010,
          0x00100020,
          0x00100030,
          0x00101000,
          0x00101001,
          0x00101040,
          0x00104000,
          0x00080090,
          0x00081050,
          0x00081070,
          0x00080080,
          0x00080081,
          0x00081010,
          0x00204000,
          0x00181000);

  @TempDir Path folder;
  private Path scans;
  private Path export;
  private LivePipeline live;

  @BeforeEach
  void start() throws IOException {
    scans = SharedData.of("data/dicom/siemens-xa10");
    export = Files.createDirectories(folder.resolve("export"));
    StandaloneSettings settings =
        LivePipeline.settings(folder, Optional.empty(), Map.of())
            .with("mindstream.bridge.scanner.folder", export.toString())
            .with("mindstream.bridge.scanner.roi-voxels", 128)
            .with("mindstream.bridge.scanner.volumes", 18);
    live = LivePipeline.start(settings, folder);
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @Test
  void shouldDecodeWhatAScannerWritesUnderTheNameThatTheOperatorGave() throws Exception {
    assertThat(post("/api/runs", "{\"run\": \"" + RUN + "\"}").statusCode()).isEqualTo(202);
    scan();

    assertThat(images())
        .extracting(DecodedImage::getRunId, DecodedImage::getTrialIndex)
        .containsExactly(tuple(RUN, 0));
  }

  @Test
  void shouldLetNothingThatIdentifiesAPersonPass() throws Exception {
    List<String> identifying = identifying();
    scan();
    List<String> written = everythingWritten();

    assertThat(identifying)
        .as("values that the scanner's files hold")
        .isNotEmpty()
        .allSatisfy(value -> assertThat(written).noneMatch(text -> text.contains(value)));
  }

  /** The first volume, an event, the other volumes; until the picture is there. */
  private void scan() throws Exception {
    copy(1);
    await().atMost(PATIENCE).until(() -> get("/api/runs/current").statusCode() == 200);
    HttpResponse<String> event =
        post("/api/runs/current/events", "{\"onset\": 0, \"duration\": 1, \"trial_type\": \"x\"}");
    assertThat(event.statusCode()).as(event.body()).isEqualTo(201);
    for (int volume = 2; volume <= 18; volume++) {
      copy(volume);
    }
    await().atMost(PATIENCE).until(() -> images().size() == 1);
  }

  private void copy(int volume) throws IOException {
    Files.copy(scans.resolve("6_" + volume + ".dcm"), export.resolve(volume + ".dcm"));
  }

  private List<DecodedImage> images() {
    return live.records(live.pipeline().topics().images());
  }

  private List<String> identifying() throws IOException {
    byte[] file = Files.readAllBytes(scans.resolve("6_1.dcm"));
    return IDENTIFYING.stream().flatMap(tag -> value(file, tag).stream()).distinct().toList();
  }

  /**
   * An element's value, found by its bytes: our own reader does not keep these. One that is too
   * short to be told from chance is no evidence.
   */
  private static Optional<String> value(byte[] file, int tag) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 132; at < file.length - 8; at += 2) {
      boolean here =
          bytes.getShort(at) == (short) (tag >> 16)
              && bytes.getShort(at + 2) == (short) tag
              && Character.isUpperCase(file[at + 4]);
      if (here) {
        String value = new String(file, at + 8, bytes.getShort(at + 6), ISO_8859_1).strip();
        return Optional.of(value).filter(text -> text.length() > 5);
      }
    }
    return Optional.empty();
  }

  /** All topics' records, the store's objects, the spool and the logs, as text. */
  private List<String> everythingWritten() throws IOException {
    List<String> written = new ArrayList<>();
    CommittedRecords committed = new CommittedRecords(SharedParts.get().kafka());
    live.pipeline()
        .topics()
        .all()
        .forEach(
            topic ->
                committed.of(topic.name()).stream()
                    .filter(record -> record.value() != null)
                    .forEach(record -> written.add(text(record.value()))));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(export)) {
          written.add(text(Files.readAllBytes(file)));
        }
      }
    }
    return written;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private URI uri(String path) {
    return live.pipeline().dashboard().resolve(path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
