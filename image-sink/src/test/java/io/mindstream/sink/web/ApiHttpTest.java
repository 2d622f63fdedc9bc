package io.mindstream.sink.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.Records;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.history.StoreIndex;
import io.mindstream.sink.trial.TrialWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** One run on the topics, whose first trial is stored, and whose third got no picture. */
@Timeout(120)
class ApiHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String RUN = "/api/v1/runs/" + Records.RUN;

  private static final String STORED = "sub-09_task-viewing_run-01";

  @TempDir static Path folder;
  private static ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new ApiServer(folder);
    Board board = server.bean(Board.class);
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    for (int trial = 0; trial < 3; trial++) {
      board.event(Records.event(trial));
    }
    new TrialWriter(server.objects()).image(Records.image(0, 0));
    board.stored(Records.image(0, 0), Records.SCANNED.plusMillis(130));
    board.image(Records.image(0, 1));
    board.quality(Records.quality(0, 0.1));
    board.quality(Records.quality(1, 0.7));
    board.quality(Records.summary(0.7));
    board.deadLetter(
        "0/7", Records.deadLetter("TOO_FEW_VOLUMES"), Optional.of(new TrialKey(Records.RUN, 2)));
    await()
        .atMost(PATIENCE)
        .until(() -> json("/api/v1/system").at("/store/state").asText().equals("up"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void shouldListRuns() throws Exception {
    assertThat(json("/api/v1/runs").at("/runs/0/runId").asText()).isEqualTo(Records.RUN);
  }

  @Test
  void shouldListOnlyRunsOfAState() throws Exception {
    assertThat(json("/api/v1/runs?state=ABORTED").at("/runs")).isEmpty();
  }

  @Test
  void shouldShowARun() throws Exception {
    assertThat(json(RUN).at("/trials").asInt()).isEqualTo(3);
  }

  @Test
  void shouldListTheTrialsOfARunPageByPage() throws Exception {
    JsonNode first = json(RUN + "/trials?limit=2");
    JsonNode second = json(RUN + "/trials?limit=2&after=" + first.at("/next").asText());
    assertThat(first.at("/trials")).hasSize(2);
    assertThat(second.at("/trials/0/trialIndex").asInt()).isEqualTo(2);
    assertThat(second.at("/next").isNull()).isTrue();
  }

  @Test
  void shouldFindTrialsByTheirState() throws Exception {
    assertThat(json("/api/v1/trials?state=failed").at("/trials"))
        .extracting(trial -> trial.at("/trialIndex").asInt())
        .containsExactly(2);
  }

  @Test
  void shouldShowATrialWithItsDocument() throws Exception {
    JsonNode trial = json(RUN + "/trials/0");
    assertThat(trial.at("/state").asText()).isEqualTo("decoded");
    assertThat(trial.at("/document/model/sampler").asText()).isEqualTo("ddim");
  }

  @Test
  void shouldShowThatATrialHasNoDocument() throws Exception {
    assertThat(json(RUN + "/trials/1").at("/document").isNull()).isTrue();
  }

  @Test
  void shouldServeEveryPictureByTheAddressItTells() throws Exception {
    JsonNode trial = json(RUN + "/trials/0");
    for (String address :
        List.of(trial.at("/samples/0").asText(), trial.at("/stimulus").asText())) {
      HttpResponse<String> picture = server.get(address);
      assertThat(picture.statusCode()).isEqualTo(200);
      assertThat(picture.headers().firstValue("cache-control"))
          .hasValueSatisfying(caching -> assertThat(caching).contains("immutable"));
    }
  }

  @Test
  void shouldServeTheDocumentOfATrialAsItIsStored() throws Exception {
    assertThat(json(RUN + "/trials/0/trial.json").at("/format").asInt()).isEqualTo(3);
  }

  @Test
  void shouldTellDeadLettersByTrial() throws Exception {
    assertThat(json("/api/v1/dead-letters?run=" + Records.RUN + "&trial=2").at("/deadLetters"))
        .extracting(letter -> letter.at("/id").asText())
        .containsExactly("0/7");
    assertThat(json("/api/v1/dead-letters?trial=1").at("/deadLetters")).isEmpty();
  }

  @Test
  void shouldTellTheTraceOfARun() throws Exception {
    assertThat(json(RUN + "/signal").at("/points/0/volume").asInt(-1)).isZero();
  }

  @Test
  void shouldTellTheQualityOfARun() throws Exception {
    JsonNode quality = json(RUN + "/quality?after=0");
    assertThat(quality.at("/points/0/flags/0").asText()).isEqualTo("MOTION");
    assertThat(quality.at("/summary/maxFramewiseDisplacementMillimetres").asDouble())
        .isEqualTo(0.7);
  }

  @Test
  void shouldTellTheQualityOfARunAsItChanges() throws Exception {
    String last = lastId(null);
    server.bean(Board.class).quality(Records.quality(2, 0.3));
    assertThat(events(last, "event: quality")).doesNotContain("event: hello");
  }

  @Test
  void shouldServeEachAnswerToATrialFromTheStoreAndShowTheNewest() throws Exception {
    for (int revision = 1; revision <= 2; revision++) {
      for (int sample = 0; sample < 2; sample++) {
        DecodedImage image =
            DecodedImage.newBuilder(Records.answer(5, sample, revision)).setRunId(STORED).build();
        new TrialWriter(server.objects()).image(image);
        server.bean(StoreIndex.class).stored(new TrialKey(STORED, 5), revision, sample);
      }
    }
    JsonNode trial = json("/api/v1/runs/" + STORED + "/trials/5");
    assertThat(trial.at("/revision").asInt()).isEqualTo(2);
    assertThat(trial.at("/document/answer/newestVolume").asInt()).isEqualTo(8);
    assertThat(trial.at("/revisions")).hasSize(2);
    String first = server.get(trial.at("/revisions/0/samples/0").asText()).body();
    String second = server.get(trial.at("/revisions/1/samples/0").asText()).body();
    assertThat(server.get(trial.at("/samples/0").asText()).body())
        .isEqualTo(second)
        .isNotEqualTo(first);
  }

  @Test
  void shouldTellHowLongPicturesTook() throws Exception {
    JsonNode latency = json("/api/v1/latency");
    assertThat(latency.at("/stages/total/count").asInt()).isEqualTo(1);
    assertThat(latency.at("/series/0/totalMillis").asDouble()).isEqualTo(100.0);
  }

  @Test
  void shouldSayThatKafkaIsDown() {
    await()
        .atMost(PATIENCE)
        .until(() -> json("/api/v1/system").at("/kafka/state").asText().equals("down"));
  }

  @Test
  void shouldSayHowEachServiceIs() throws Exception {
    assertThat(json("/api/v1/system").at("/services"))
        .extracting(service -> service.at("/name").asText())
        .contains("image-sink", "dashboard-feed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/runs?limit=0",
        "/api/v1/trials?limit=501",
        "/api/v1/trials?state=nice",
        "/api/v1/trials?after=nowhere",
        "/api/v1/runs/nothing/trials",
        "/api/v1/runs/sub-01_task-viewing_run-03/trials/-1"
      })
  void shouldSayWhatIsWrongWithARequest(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(new ObjectMapper().readTree(answer.body()).at("/message").asText()).isNotBlank();
  }

  @Test
  void shouldSendThePresentStateFirst() throws Exception {
    assertThat(events(null, "event: totals")).contains("event: hello", "event: trial");
  }

  @Test
  void shouldGoOnWhereAClientWasCutOff() throws Exception {
    String last = lastId(null);
    StimulusEvent later = StimulusEvent.newBuilder(Records.event(1)).setOnsetSeconds(12).build();
    server.bean(Board.class).event(later);
    assertThat(events(last, "event: trial")).doesNotContain("event: hello");
  }

  @Test
  void shouldNameEveryPathInItsDocument() throws Exception {
    Map<String, Object> document = new Yaml().load(server.get("/api/v1/openapi.yml").body());
    assertThat(((Map<?, ?>) document.get("paths")).keySet())
        .map(String::valueOf)
        .contains(
            "/api/v1/runs",
            "/api/v1/runs/{run}",
            "/api/v1/runs/{run}/trials",
            "/api/v1/runs/{run}/trials/{trial}",
            "/api/v1/runs/{run}/trials/{trial}/{name}.png",
            "/api/v1/runs/{run}/trials/{trial}/trial.json",
            "/api/v1/runs/{run}/trials/{trial}/revisions/{revision}/{name}.png",
            "/api/v1/runs/{run}/trials/{trial}/revisions/{revision}/trial.json",
            "/api/v1/runs/{run}/trials/{trial}/result",
            "/api/v1/runs/{run}/results",
            "/api/v1/runs/{run}/run.json",
            "/api/v1/runs/{run}/contact-sheet.png",
            "/api/v1/runs/{run}/brain.png",
            "/api/v1/runs/{run}/signal",
            "/api/v1/runs/{run}/quality",
            "/api/v1/trials",
            "/api/v1/dead-letters",
            "/api/v1/latency",
            "/api/v1/system",
            "/api/v1/state",
            "/api/v1/changes",
            "/api/v1/openapi.yml");
  }

  private static String lastId(String last) throws Exception {
    return events(last, "event: totals").stream()
        .filter(line -> line.startsWith("id: "))
        .reduce((one, other) -> other)
        .orElseThrow()
        .substring(4);
  }

  /** The lines of the stream up to one. */
  private static List<String> events(String last, String until) throws Exception {
    var request = server.request("/api/v1/changes");
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    List<String> lines = new ArrayList<>();
    try (Stream<String> stream = server.lines(request.build()).body()) {
      var each = stream.iterator();
      String line;
      do {
        line = each.next();
        lines.add(line);
      } while (!line.equals(until));
    }
    return lines.stream().filter(line -> !line.isEmpty()).toList();
  }

  private static JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(server.get(path).body());
  }
}
