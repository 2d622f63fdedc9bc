package io.mindstream.storage.recording;

import io.mindstream.schemas.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads the records of a part, one by one. For one thread. */
final class PartReader<T extends SpecificRecord> implements Iterator<Recorded<T>>, AutoCloseable {

  private final RecordingIndex.Part part;
  private final Class<T> type;
  private final DataFileReader<GenericRecord> reader;

  /**
   * Opens a part.
   *
   * @param file its content
   * @throws RecordingException where it is no part of the topic
   */
  PartReader(RecordingIndex.Part part, Topic<T> topic, Path file) {
    this.part = part;
    this.type = topic.type();
    Schema wanted = RecordEnvelope.schema(SpecificData.get().getSchema(topic.type()));
    SpecificDatumReader<GenericRecord> datum = new SpecificDatumReader<>();
    datum.setExpected(wanted);
    try {
      this.reader = new DataFileReader<>(file.toFile(), datum);
    } catch (IOException | AvroRuntimeException e) {
      throw broken(e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return reader.hasNext();
    } catch (AvroRuntimeException e) {
      throw broken(e);
    }
  }

  @Override
  public Recorded<T> next() {
    try {
      GenericRecord record = reader.next();
      RecordPlace place =
          new RecordPlace(
              part.topicId(),
              (Integer) record.get(RecordEnvelope.PARTITION),
              (Long) record.get(RecordEnvelope.OFFSET));
      Object key = record.get(RecordEnvelope.KEY);
      return new Recorded<>(
          place,
          Instant.ofEpochMilli((Long) record.get(RecordEnvelope.TIMESTAMP)),
          key == null ? null : key.toString(),
          type.cast(record.get(RecordEnvelope.VALUE)));
    } catch (AvroRuntimeException e) {
      throw broken(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private RecordingException broken(Exception e) {
    return new RecordingException(
        part.key() + " cannot be read (" + e.getMessage() + "); its recording is damaged", e);
  }
}
