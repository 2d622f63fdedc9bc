package io.mindstream.standalone.store;

import io.mindstream.standalone.tally.ImageKey;
import io.mindstream.standalone.tally.SessionTally;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import java.time.Instant;
import java.util.Optional;

/** Finds a session's images in the object store. */
public final class StoredImages {

  private final ObjectStore store;

  /** Looks into this store. */
  public StoredImages(ObjectStore store) {
    this.store = store;
  }

  /**
   * Tells the tally of decoded images that have come into the store since the last look.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  public void look(SessionTally tally) {
    for (ImageKey image : tally.notStored()) {
      String key = new TrialKeys(image.trial(), image.revision()).image(image.sample());
      if (store.get(key).isPresent()) {
        tally.stored(image, writtenAt(key).orElseGet(Instant::now));
      }
    }
  }

  /** Where the images are, for people. */
  public String address() {
    return store.address();
  }

  private Optional<Instant> writtenAt(String key) {
    return store instanceof TimedObjectStore timed ? timed.writtenAt(key) : Optional.empty();
  }
}
