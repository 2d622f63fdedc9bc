package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.VolumeRow;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;

/** Read order, late, three times, then the values as float32 up to the end. */
final class RowSerde {

  private RowSerde() {}

  static Serde<VolumeRow> of(String store) {
    return VersionedSerde.of(store, RowSerde::write, RowSerde::read);
  }

  private static void write(VolumeRow row, DataOutputStream out) throws IOException {
    out.writeInt(row.readOrder());
    out.writeBoolean(row.late());
    out.writeLong(row.timestamp());
    StoredFields.writeTime(out, row.acquiredAt());
    StoredFields.writeTime(out, row.receivedAt());
    // In one block: a row has thousands of values, and RUNNING reads every row of the run.
    ByteBuffer block = ByteBuffer.allocate(Float.BYTES * row.values().length);
    block.asFloatBuffer().put(row.values());
    out.write(block.array());
  }

  private static VolumeRow read(DataInputStream in) throws IOException {
    int readOrder = in.readInt();
    boolean late = in.readBoolean();
    long timestamp = in.readLong();
    Instant acquiredAt = StoredFields.readTime(in);
    Instant receivedAt = StoredFields.readTime(in);
    return new VolumeRow(readOrder, late, timestamp, acquiredAt, receivedAt, readValues(in));
  }

  private static float[] readValues(DataInputStream in) throws IOException {
    float[] values = new float[in.available() / Float.BYTES];
    ByteBuffer.wrap(StoredFields.readExactly(in, Float.BYTES * values.length))
        .asFloatBuffer()
        .get(values);
    return values;
  }
}
