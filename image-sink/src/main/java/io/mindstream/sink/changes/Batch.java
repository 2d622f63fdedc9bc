package io.mindstream.sink.changes;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that are sent together: their bytes are made once for all who watch everything. */
public final class Batch {

  private final List<Change> changes;
  private final byte[] bytes;

  private Batch(List<Change> changes) {
    this.changes = List.copyOf(changes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    changes.forEach(change -> out.writeBytes(change.bytes()));
    this.bytes = out.toByteArray();
  }

  static Batch of(List<Change> changes) {
    return new Batch(changes);
  }

  /** What who watches one run needs of it; null watches all. */
  Batch of(@Nullable String run) {
    return run == null || changes.stream().allMatch(change -> change.isOf(run))
        ? this
        : new Batch(changes.stream().filter(change -> change.isOf(run)).toList());
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The events as server-sent events; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }
}
