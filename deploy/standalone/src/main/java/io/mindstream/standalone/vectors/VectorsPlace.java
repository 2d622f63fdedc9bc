package io.mindstream.standalone.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mindstream.schemas.fmri.RunId;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.VectorsDocument;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** Where a run's vectors are written; the document last, so where it is, all is. */
public sealed interface VectorsPlace {

  /**
   * Writes them.
   *
   * @throws IOException where a folder can't be written
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take them
   */
  Written write(MadeVectors made) throws IOException;

  /**
   * What was written.
   *
   * @param document as it lies there
   * @param folder where, for people
   */
  record Written(VectorsDocument document, String folder) {}

  /**
   * Beside the run's results, as the next version: none that is there is touched, not even one that
   * lacks its document since whoever wrote it was ended.
   *
   * @param store where the run is recorded
   */
  record NextVersion(ObjectStore store) implements VectorsPlace {

    private static final String AVRO = "application/avro";
    private static final String CLAIM =
        "A call of mindstream preprocess took this version. It is whole once vectors.json is here.\n";

    @Override
    public Written write(MadeVectors made) {
      RunKeys keys = new RunKeys(RunId.parse(made.document().runId()));
      int version = claim(keys);
      VectorsDocument document = made.document().as(version);
      String folder = keys.vectors(version);
      store.put(folder + RunKeys.VECTORS_FILE, made.file(), AVRO);
      store.put(
          folder + RunKeys.VECTORS_DOCUMENT, Documents.write(document), Documents.CONTENT_TYPE);
      return new Written(document, store.address() + "/" + folder);
    }

    /**
     * A version of which nobody else has anything. Of two who try at once, at most one finds itself
     * alone; the other, or both, go on to the next. Not every S3 server can do this by a condition.
     */
    private int claim(RunKeys keys) {
      int version = 1;
      while (!store.list(keys.vectors(version)).isEmpty() || !isAlone(keys.vectors(version))) {
        version++;
      }
      return version;
    }

    private boolean isAlone(String folder) {
      String claim = folder + "claim-" + UUID.randomUUID() + ".txt";
      store.put(claim, CLAIM.getBytes(UTF_8), "text/plain");
      return store.list(folder).equals(List.of(claim));
    }
  }

  /**
   * A folder of somebody's own.
   *
   * @param path is made where it is missing
   */
  record Folder(Path path) implements VectorsPlace {

    @Override
    public Written write(MadeVectors made) throws IOException {
      Files.createDirectories(path);
      create(RunKeys.VECTORS_FILE, made.file());
      create(RunKeys.VECTORS_DOCUMENT, Documents.write(made.document()));
      return new Written(made.document(), path.toString());
    }

    private void create(String name, byte[] content) throws IOException {
      try {
        Files.write(path.resolve(name), content, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw new IllegalArgumentException(
            path.resolve(name) + " is there already; choose another folder by --out", e);
      }
    }
  }
}
