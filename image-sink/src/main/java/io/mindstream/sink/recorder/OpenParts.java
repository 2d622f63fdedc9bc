package io.mindstream.sink.recorder;

import io.mindstream.schemas.serde.WireFormat;
import io.mindstream.storage.recording.PartId;
import io.mindstream.storage.recording.PartWriter;
import io.mindstream.storage.recording.RecordPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The files of one run that are not in the store: one a partition that grows, and those that were
 * ended, in the order in which they must be stored. For one thread.
 */
final class OpenParts {

  private final Path folder;
  private final Map<TopicPartition, PartWriter> growing = new HashMap<>();
  private final Map<TopicPartition, Schema> schemas = new HashMap<>();
  private final Deque<PartWriter> ended = new ArrayDeque<>();

  /** No files. */
  OpenParts(Path folder) {
    this.folder = folder;
  }

  /** Appends a record to the file of its partition. */
  void append(ConsumerRecord<String, byte[]> record, Schema schema, RecordPlace place) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (!schema.equals(schemas.put(partition, schema))) {
      end(partition); // A file has one schema.
    }
    write(growing.computeIfAbsent(partition, any -> begin(record.topic(), schema, place)), record);
  }

  /** Adds a file with one record, ahead of those that grow. */
  void add(ConsumerRecord<String, byte[]> record, Schema schema, RecordPlace place) {
    PartWriter part = begin(record.topic(), schema, place);
    write(part, record);
    ended.add(part);
  }

  /** Ends the files that have their size; whether there is one. */
  boolean endLarge(long bytes) {
    List<TopicPartition> large =
        growing.entrySet().stream()
            .filter(part -> part.getValue().size() >= bytes)
            .map(Map.Entry::getKey)
            .toList();
    large.forEach(this::end);
    return !large.isEmpty();
  }

  /** Ends the file of a partition, if there is one. */
  void end(TopicPartition partition) {
    PartWriter part = growing.remove(partition);
    if (part != null) {
      ended.add(part);
    }
  }

  /** Ends all files. */
  void endAll() {
    new ArrayList<>(growing.keySet()).forEach(this::end);
  }

  /** Whether one was ended and is to be stored. */
  boolean anyEnded() {
    return !ended.isEmpty();
  }

  /** The file to be stored next, closed. */
  PartWriter first() {
    PartWriter part = ended.getFirst();
    part.close();
    return part;
  }

  /** The first one is stored. */
  void removeFirst() {
    delete(ended.removeFirst());
  }

  /** The first offset of a partition that lies in one of the files. */
  OptionalLong firstOffset(TopicPartition partition) {
    return Stream.concat(ended.stream(), growing.values().stream())
        .map(PartWriter::id)
        .filter(id -> id.topic().equals(partition.topic()))
        .filter(id -> id.first().partition() == partition.partition())
        .mapToLong(id -> id.first().offset())
        .min();
  }

  /** Deletes them all. */
  void discard() {
    endAll();
    while (anyEnded()) {
      removeFirst();
    }
  }

  private PartWriter begin(String topic, Schema schema, RecordPlace place) {
    PartId id = new PartId(topic, place);
    try {
      Path file = folder.resolve(id.name());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return new PartWriter(id, schema, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(PartWriter part, ConsumerRecord<String, byte[]> record) {
    part.append(record.offset(), record.timestamp(), record.key(), WireFormat.body(record.value()));
  }

  private static void delete(PartWriter part) {
    part.close();
    try {
      Files.deleteIfExists(part.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
