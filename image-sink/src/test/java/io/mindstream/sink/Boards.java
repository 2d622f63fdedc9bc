package io.mindstream.sink;

import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.history.StoreIndex;
import io.mindstream.sink.history.StoredRuns;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.StoreSettings;
import java.time.InstantSource;

/** Boards beside an empty store that nobody asks. */
public final class Boards {

  private static final ObjectStore NOBODY =
      new S3ObjectStore(StoreSettings.of("http://localhost:1", "bucket", "key", "secret"));

  private Boards() {}

  public static Board of(int trialsKept, InstantSource clock) {
    return new Board(trialsKept, true, clock, new StoreIndex(clock), new StoredRuns(NOBODY));
  }
}
