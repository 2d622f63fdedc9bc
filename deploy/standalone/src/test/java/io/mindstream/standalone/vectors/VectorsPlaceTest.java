package io.mindstream.standalone.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.fmri.RunId;
import io.mindstream.standalone.vectors.VectorsPlace.Written;
import io.mindstream.storage.FolderObjectStore;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Software;
import io.mindstream.storage.document.VectorsDocument;
import io.mindstream.storage.document.VectorsDocument.Recipe;
import io.mindstream.storage.document.VectorsDocument.Result;
import io.mindstream.storage.document.VectorsDocument.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsPlaceTest {

  private static final String RUN = "sub-01_task-viewing_run-03";

  @TempDir Path data;
  private ObjectStore store;
  private VectorsPlace place;

  @BeforeEach
  void makeStore() throws IOException {
    Files.createDirectories(data.resolve("objects/mindstream"));
    store = new FolderObjectStore(data, "mindstream");
    place = new VectorsPlace.NextVersion(store);
  }

  @Test
  void shouldCountVersionsUp() throws IOException {
    place.write(made("first"));
    assertThat(place.write(made("second")).document().version()).isEqualTo(2);
  }

  @Test
  void shouldLeaveAVersionAloneWhoseWriterWasEnded() throws IOException {
    RunKeys keys = new RunKeys(RunId.parse(RUN));
    store.put(keys.vectors(1) + "claim-of-another.txt", new byte[] {1}, "text/plain");
    assertThat(place.write(made("next")).document().version()).isEqualTo(2);
  }

  @Test
  void shouldGiveEachOfManyWhoWriteAtOnceAVersionOfItsOwn() {
    List<String> folders =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(each -> write(made("vectors " + each)).folder())
            .toList();
    assertThat(folders).doesNotHaveDuplicates();
  }

  private Written write(MadeVectors made) {
    try {
      return place.write(made);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static MadeVectors made(String file) {
    return new MadeVectors(
        file.getBytes(UTF_8),
        new VectorsDocument(
            VectorsDocument.FORMAT,
            RUN,
            null,
            Instant.EPOCH,
            new Source("recordings/sub-01/", 1, Instant.EPOCH, "ENDED", "generated", true, 1),
            new Recipe("none", null, 5, null, List.of(0.0), false, "off", 0.5, "VC", "0", 8),
            new Result(1, 1, "0", List.of(), List.of()),
            Software.THIS));
  }
}
