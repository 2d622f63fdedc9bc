package io.mindstream.storage.recording;

import io.mindstream.schemas.checksum.Sha256;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.recording.RecordingIndex.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of some parts, each place once. One part at a time lies in a temporary file, and one
 * record in memory. For one thread.
 *
 * @param <T> the generated Avro record
 */
public final class RecordStream<T extends SpecificRecord>
    implements Iterator<Recorded<T>>, AutoCloseable {

  private final ObjectStore store;
  private final Topic<T> topic;
  private final Deque<Part> parts;
  private final Predicate<Recorded<T>> wanted;
  private @Nullable Path file;
  private @Nullable PartReader<T> reader;
  private @Nullable Recorded<T> next;
  private @Nullable RecordPlace last;

  /** Opens nothing before it is asked. */
  RecordStream(ObjectStore store, Topic<T> topic, List<Part> parts, Predicate<Recorded<T>> wanted) {
    this.store = store;
    this.topic = topic;
    this.parts = new ArrayDeque<>(parts);
    this.wanted = wanted;
  }

  /**
   * Whether there is another record.
   *
   * @throws RecordingException where a part lacks, or is not what the index says
   */
  @Override
  public boolean hasNext() {
    while (next == null && (reader != null || !parts.isEmpty())) {
      PartReader<T> open = reader == null ? open(parts.removeFirst()) : reader;
      if (open.hasNext()) {
        take(open.next());
      } else {
        close();
      }
    }
    return next != null;
  }

  @Override
  public Recorded<T> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Recorded<T> record = next;
    next = null;
    return record;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
    try {
      if (file != null) {
        Files.deleteIfExists(file);
        file = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(Recorded<T> record) {
    RecordPlace before = last;
    boolean again =
        before != null
            && before.topicId().equals(record.place().topicId())
            && before.partition() == record.place().partition()
            && before.offset() >= record.place().offset();
    if (!again) {
      last = record.place();
      next = wanted.test(record) ? record : null;
    }
  }

  private PartReader<T> open(Part part) {
    try {
      Path copy = Files.createTempFile("mindstream-part", ".avro");
      file = copy;
      copy.toFile().deleteOnExit();
      MessageDigest digest = Sha256.digest();
      try (InputStream in =
              store
                  .open(part.key())
                  .orElseThrow(
                      () -> new RecordingException(part.key() + " lacks in " + store.address()));
          InputStream checked = new DigestInputStream(in, digest);
          OutputStream out = Files.newOutputStream(copy)) {
        checked.transferTo(out);
      }
      requireSame(part, Sha256.hex(digest));
      PartReader<T> open = new PartReader<>(part, topic, copy);
      reader = open;
      return open;
    } catch (IOException e) {
      throw new RecordingException(part.key() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireSame(Part part, String sha256) {
    if (!part.sha256().equals(sha256)) {
      throw new RecordingException(
          part.key()
              + " is not what the index says: it is damaged, or the recorder ended while it wrote; a"
              + " sink that runs on the same Kafka writes it anew");
    }
  }
}
