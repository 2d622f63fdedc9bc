package io.mindstream.sink.recorder;

import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.recording.PartWriter;
import io.mindstream.storage.recording.RecordPlace;
import io.mindstream.storage.recording.RecordingIndex;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A run that is being recorded. The files of a partition go to the store in their order, and the
 * index after them; each step may be done again. For one thread.
 */
final class RunInProgress {

  private static final String AVRO = "application/vnd.apache.avro.ocf";

  private final ObjectStore store;
  private final String folder;
  private final OpenParts parts;
  private RecordingIndex index;
  private boolean indexed = true;
  private @Nullable TopicPartition headers;
  private long lastNanos = System.nanoTime();

  /**
   * Reads what is recorded already.
   *
   * @param files folder for the files, of this run alone
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  RunInProgress(ObjectStore store, RunKeys keys, Path files) {
    this.store = store;
    this.folder = keys.recording();
    this.parts = new OpenParts(files);
    this.index =
        store
            .get(folder + RecordingIndex.NAME)
            .map(json -> read(folder + RecordingIndex.NAME, json))
            .orElseGet(() -> RecordingIndex.empty(keys.run().toString()));
  }

  /** Takes a record, unless the store holds it already; whether it was new. */
  boolean take(RunRecord record, RecordPlace place) {
    lastNanos = System.nanoTime();
    if (index.holds(place)) {
      return false;
    }
    parts.append(record.record(), record.schema(), place);
    record
        .header()
        .ifPresent(
            header -> {
              index = index.with(Play.of(header));
              headers = record.partition();
            });
    indexed = false;
    return true;
  }

  /** Takes the mask that a header names. */
  void takeMask(ConsumerRecord<String, byte[]> mask, Schema schema, RecordPlace place) {
    boolean known =
        index.parts().stream()
            .anyMatch(
                part ->
                    part.topicId().equals(place.topicId())
                        && part.partition() == place.partition()
                        && part.firstOffset() == place.offset());
    if (!known && parts.firstOffset(partition(mask)).isEmpty()) {
      parts.add(mask, schema, place);
    }
  }

  /**
   * Ends the files that have their size; whether there is one. The headers go with them: the index
   * names no play whose header is not stored.
   */
  boolean endLarge(long bytes) {
    boolean large = parts.endLarge(bytes);
    if (large && headers != null) {
      parts.end(headers);
    }
    return large;
  }

  /** Ends all files; whether there is anything to store. */
  boolean endAll() {
    parts.endAll();
    return parts.anyEnded() || !indexed;
  }

  /**
   * Stores the files that were ended, then the index.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take them; to
   *     be called again
   */
  void store() {
    while (parts.anyEnded()) {
      PartWriter part = parts.first();
      store.put(folder + part.id().name(), part.file(), AVRO);
      index = index.with(part.entry(folder));
      parts.removeFirst();
      indexed = false;
    }
    if (!indexed) {
      store.put(folder + RecordingIndex.NAME, Documents.write(index), Documents.CONTENT_TYPE);
      indexed = true;
    }
  }

  /** Whether it has come to its end, or rests. */
  boolean rests(Duration quiet, Duration idle) {
    boolean over = !index.plays().isEmpty() && index.plays().stream().allMatch(Play::over);
    return System.nanoTime() - lastNanos >= (over ? quiet : idle).toNanos();
  }

  /** The first offset of a partition that is not in the store. */
  OptionalLong firstUnstored(TopicPartition partition) {
    return parts.firstOffset(partition);
  }

  /** Forgets what is not stored. */
  void discard() {
    parts.discard();
  }

  /** An index that cannot be read must not be taken for none: its parts would be forgotten. */
  private static RecordingIndex read(String key, byte[] json) {
    try {
      return Documents.read(json, RecordingIndex.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "the object " + key + " cannot be read (" + e.getMessage() + "); mend it or move it away",
          e);
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
