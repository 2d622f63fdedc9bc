package io.mindstream.sink.dashboard;

import io.mindstream.schemas.fmri.TrialKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest pictures, so many bytes of them; older ones are in the object store. May be used by
 * several threads.
 */
final class PictureShelf {

  private final long bytesKept;
  private final Map<Place, Picture> pictures = new LinkedHashMap<>();
  private long bytes;

  PictureShelf(long bytesKept) {
    this.bytesKept = bytesKept;
  }

  /** Puts a picture in the place of one of the same name. */
  synchronized void put(TrialKey trial, String name, Picture picture) {
    remove(trial, name);
    pictures.put(new Place(trial, name), picture);
    bytes += picture.png().length;
    Iterator<Picture> eldest = pictures.values().iterator();
    while (bytes > bytesKept && pictures.size() > 1) {
      bytes -= eldest.next().png().length;
      eldest.remove();
    }
  }

  synchronized void remove(TrialKey trial, String name) {
    @Nullable Picture gone = pictures.remove(new Place(trial, name));
    bytes -= gone == null ? 0 : gone.png().length;
  }

  synchronized Optional<Picture> get(TrialKey trial, String name) {
    return Optional.ofNullable(pictures.get(new Place(trial, name)));
  }

  private record Place(TrialKey trial, String name) {}
}
