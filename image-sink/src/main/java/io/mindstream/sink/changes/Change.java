package io.mindstream.sink.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * One thing in its present form, as the stream sends it.
 *
 * @param number of the change
 * @param event the event's name
 * @param run whose it is, where only those who watch that run need it; null is for all
 * @param json the thing
 * @param bytes the whole event; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Change(long number, String event, @Nullable String run, String json, byte[] bytes) {

  static Change of(String epoch, long number, String event, @Nullable String run, String json) {
    String text = "id: " + epoch + "-" + number + "\nevent: " + event + "\ndata: " + json + "\n\n";
    return new Change(number, event, run, json, text.getBytes(UTF_8));
  }

  /** An event that is no change: a client that comes back need not have had it. */
  static Change passing(String event, String json) {
    String text = "event: " + event + "\ndata: " + json + "\n\n";
    return new Change(0, event, null, json, text.getBytes(UTF_8));
  }

  /** Whether who watches one run needs it. */
  boolean isOf(@Nullable String watched) {
    return watched == null || run == null || run.equals(watched);
  }
}
