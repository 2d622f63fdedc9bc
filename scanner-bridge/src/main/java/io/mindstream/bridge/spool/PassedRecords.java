package io.mindstream.bridge.spool;

import io.mindstream.bridge.kafka.RecordHead.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Records on disk that Kafka has. Their heads stay until their run is over; their values are freed
 * when nobody waits for it, since that takes the disk as long as to write one. For one thread.
 */
final class PassedRecords {

  private static final long MOST_BYTES = 128 << 20;

  private final SpoolFolder folder;
  private final List<Long> ofRun = new ArrayList<>();
  private final Deque<Whole> whole = new ArrayDeque<>();
  private long bytes;

  private record Whole(long number, long bytes) {}

  PassedRecords(SpoolFolder folder) {
    this.folder = folder;
  }

  /**
   * Kafka has one more. Of a run that is over nothing need be known any more.
   *
   * @param size of its file; 0 where the disk never took it
   */
  void add(long number, Kind kind, long size) throws IOException {
    ofRun.add(number);
    switch (kind) {
      case ROI, STARTED -> {} // A bridge that is killed needs them whole.
      case VOLUME, EVENT -> keep(new Whole(number, size));
      case OVER -> forget();
    }
  }

  private void keep(Whole record) throws IOException {
    if (record.bytes() > 0) {
      whole.add(record);
      bytes += record.bytes();
    }
    while (bytes > MOST_BYTES) {
      freeOne();
    }
  }

  private void forget() throws IOException {
    for (long number : ofRun) {
      folder.forget(number);
    }
    ofRun.clear();
    whole.clear();
    bytes = 0;
  }

  /** Frees the value that lies there longest; false where none does. */
  boolean freeOne() throws IOException {
    Whole oldest = whole.poll();
    if (oldest == null) {
      return false;
    }
    bytes -= oldest.bytes();
    folder.free(oldest.number());
    return true;
  }

  void freeAll() throws IOException {
    while (!whole.isEmpty()) {
      freeOne();
    }
  }
}
