package io.mindstream.sink.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.service.web.RefusedException;
import io.mindstream.sink.Records;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.api.Trial;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.history.History;
import io.mindstream.sink.history.StoreIndex;
import io.mindstream.sink.history.StoreWatch;
import io.mindstream.sink.history.StoredRuns;
import io.mindstream.sink.history.StoredTrials;
import io.mindstream.sink.run.RunWriter;
import io.mindstream.sink.trial.TrialWriter;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.S3Server;
import io.mindstream.storage.StoreSettings;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.RunDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs and trials that the store has, beside one that the topics tell of. */
class PagesTest {

  private static final TrialFilter ANY = new TrialFilter(null, null, null, null);
  private static final int TRIALS = 60;
  private static final String OLD = "sub-01_task-viewing_run-01";
  private static final String OLDER = "sub-01_task-viewing_run-02";

  @TempDir static Path folder;
  private static S3Server server;
  private static int buckets;

  private final ReadNotes store =
      new ReadNotes(
          new S3ObjectStore(
              StoreSettings.of(server.endpoint(), "bucket-" + buckets++, "local", "local")));
  private final StoreIndex index = new StoreIndex(InstantSource.system());
  private final StoredRuns documents = new StoredRuns(store);
  private final Board board = new Board(100, true, InstantSource.system(), index, documents);
  private final StoreWatch watch =
      new StoreWatch(store, index, documents, InstantSource.system(), board::storeChanged);
  private final Pages pages =
      new Pages(
          new Catalogue(
              board,
              new History(
                  store,
                  index,
                  documents,
                  new StoredTrials(store, index),
                  () -> watch.health().up())));

  @BeforeAll
  static void startServer() throws Exception {
    server = new S3Server(folder);
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @AfterEach
  void stop() {
    watch.stop();
    store.close();
  }

  @Test
  void shouldListRunsOfStoreAndTopicsWithTheNewestFirst() {
    store(OLDER, Records.SCANNED.minusSeconds(200), 1);
    store(OLD, Records.SCANNED.minusSeconds(100), 1);
    board.run(Records.run(RunState.STARTED));
    look();
    assertThat(pages.runs(any -> true, 10, null).items())
        .extracting(Run::runId)
        .containsExactly(Records.RUN, OLD, OLDER);
  }

  @Test
  void shouldGiveEachRunOnceHoweverSmallThePages() {
    store(OLDER, Records.SCANNED.minusSeconds(200), 1);
    store(OLD, Records.SCANNED.minusSeconds(100), 1);
    look();
    Page<Run> first = pages.runs(any -> true, 1, null);
    Page<Run> second = pages.runs(any -> true, 1, first.next());
    assertThat(List.of(first.items().get(0).runId(), second.items().get(0).runId()))
        .containsExactly(OLD, OLDER);
    assertThat(second.next()).isNull();
  }

  @Test
  void shouldGiveEachTrialOnceHoweverSmallThePages() {
    store(OLD, Records.SCANNED, 7);
    look();
    List<Integer> seen = new ArrayList<>();
    Integer after = null;
    do {
      Page<Trial> page = pages.ofRun(OLD, ANY, 3, after);
      page.items().forEach(trial -> seen.add(trial.trialIndex()));
      after = page.next() == null ? null : Integer.valueOf(page.next());
    } while (after != null);
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void shouldReadNoMoreDocumentsThanAPageNeeds() {
    store(OLD, Records.SCANNED, TRIALS);
    look();
    pages.newest(ANY, 5, null);
    assertThat(store.read()).filteredOn(key -> key.endsWith("trial.json")).hasSize(6);
  }

  @Test
  void shouldReadADocumentOnce() {
    store(OLD, Records.SCANNED, 3);
    look();
    pages.newest(ANY, 5, null);
    pages.newest(ANY, 5, null);
    assertThat(store.read()).filteredOn(key -> key.endsWith("trial.json")).hasSize(3);
  }

  @Test
  void shouldSearchAllRunsFromTheNewestTrialBackwards() {
    store(OLDER, Records.SCANNED.minusSeconds(200), 2);
    store(OLD, Records.SCANNED.minusSeconds(100), 2);
    look();
    Page<Trial> first = pages.newest(ANY, 3, null);
    assertThat(first.items())
        .extracting(Trial::key)
        .containsExactly(OLD + "/trial-0001", OLD + "/trial-0000", OLDER + "/trial-0001");
    assertThat(pages.newest(ANY, 3, first.next()).items())
        .extracting(Trial::key)
        .containsExactly(OLDER + "/trial-0000");
  }

  @Test
  void shouldFindTrialsByTheirRun() {
    store(OLDER, Records.SCANNED.minusSeconds(200), 1);
    store(OLD, Records.SCANNED.minusSeconds(100), 1);
    look();
    assertThat(pages.newest(new TrialFilter(OLDER, null, null, "FACE"), 9, null).items())
        .extracting(Trial::runId)
        .containsExactly(OLDER);
  }

  @Test
  void shouldSearchTextByTheDocumentsOfRunsAlone() {
    store(OLD, Records.SCANNED, TRIALS);
    tell(OLD);
    look();
    pages.newest(search("zebra"), 9, null);
    assertThat(store.read()).isEmpty();
  }

  @Test
  void shouldReadTheDocumentsOfThoseAloneWhoseTextIsFound() {
    store(OLD, Records.SCANNED, TRIALS);
    tell(OLD);
    look();
    assertThat(pages.newest(search("Exemplar-7"), 9, null).items()).hasSize(1);
    assertThat(store.read()).hasSize(1);
  }

  @Test
  void shouldFindThePicturesShownOfARunWhoseDocumentDoesNotNameThem() {
    store(OLD, Records.SCANNED, 2);
    tell(OLD);
    asBeforeFormat3(OLD);
    look();
    assertThat(pages.newest(search("EXEMPLAR-"), 9, null).items()).hasSize(2);
  }

  @Test
  void shouldFindNoTrialOfAnotherCategory() {
    store(OLD, Records.SCANNED, 1);
    look();
    assertThat(pages.ofRun(OLD, new TrialFilter(null, "house", null, null), 9, null).items())
        .isEmpty();
  }

  @Test
  void shouldKnowFromTheStoreHowManyPicturesAreStored() {
    store(Records.RUN, Records.SCANNED, 1);
    board.image(Records.image(0, 0));
    look();
    assertThat(pages.ofRun(Records.RUN, ANY, 1, null).items().get(0).stored()).isEqualTo(2);
  }

  @Test
  void shouldServeWhatTheTopicsGaveWhileTheStoreIsAway() throws Exception {
    server.stop();
    try {
      watch.start();
      board.event(Records.event(0));
      assertThat(pages.ofRun(Records.RUN, ANY, 1, null).items()).hasSize(1);
    } finally {
      server.start();
    }
  }

  @Test
  void shouldRefuseAPlaceThatIsNone() {
    assertThatThrownBy(() -> pages.newest(ANY, 1, "nowhere"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("next");
  }

  private void store(String run, Instant startedAt, int trials) {
    TrialWriter writer = new TrialWriter(store);
    for (int trial = 0; trial < trials; trial++) {
      for (int sample = 0; sample < 2; sample++) {
        var image = Records.image(trial, sample);
        image.put("runId", run);
        image.put("stimulusId", "exemplar-" + trial);
        writer.image(image);
      }
    }
    RunHeader header =
        RunHeader.newBuilder(Records.run(RunState.ENDED))
            .setRunId(run)
            .setStartedAt(startedAt)
            .build();
    store.put(
        RunKeys.of(run).document(), Documents.write(RunDocument.of(header)), "application/json");
    store.forget();
  }

  /** As the sink does at a run's end. */
  private void tell(String run) {
    new RunWriter(store).trialsStored(run);
  }

  private void asBeforeFormat3(String run) {
    String key = RunKeys.of(run).document();
    String json = new String(store.get(key).orElseThrow(), UTF_8);
    String older =
        json.replaceAll("\"format\" : 3", "\"format\" : 2").replaceAll("\"stimulusId\".*", "");
    store.put(key, older.getBytes(UTF_8), "application/json");
  }

  private static TrialFilter search(String text) {
    return new TrialFilter(null, null, null, text);
  }

  private void look() {
    watch.start();
    await().atMost(Duration.ofSeconds(20)).until(() -> watch.health().up());
    store.forget();
  }
}
