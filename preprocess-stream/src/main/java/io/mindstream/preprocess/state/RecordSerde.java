package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.serialization.Serde;

/** A record with its origin. */
final class RecordSerde {

  private RecordSerde() {}

  static Serde<ScannerRecord> of(String store) {
    return VersionedSerde.of(store, RecordSerde::write, RecordSerde::read);
  }

  static void write(ScannerRecord record, DataOutputStream out) throws IOException {
    StoredFields.writeText(out, record.origin().topic());
    out.writeInt(record.origin().partition());
    out.writeLong(record.origin().offset());
    out.writeLong(record.timestamp());
    out.writeLong(record.readAt());
    StoredFields.writeBytes(out, record.key());
    StoredFields.writeBytes(out, record.value());
    out.writeBoolean(record.redriven());
  }

  static ScannerRecord read(DataInputStream in) throws IOException {
    Origin origin = new Origin(StoredFields.readText(in), in.readInt(), in.readLong());
    return new ScannerRecord(
        origin,
        in.readLong(),
        in.readLong(),
        StoredFields.readBytes(in),
        StoredFields.readBytes(in),
        in.readBoolean());
  }
}
