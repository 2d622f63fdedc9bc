package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.preprocess.run.VolumeRow;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;

/**
 * Three times, whether it was passed over, motion, ghost, the outside's values, then the ROI's as
 * float32 up to the end.
 */
final class RowSerde {

  private RowSerde() {}

  static Serde<VolumeRow> of(String store) {
    return VersionedSerde.of(store, RowSerde::write, RowSerde::read);
  }

  private static void write(VolumeRow row, DataOutputStream out) throws IOException {
    out.writeLong(row.timestamp());
    StoredFields.writeTime(out, row.acquiredAt());
    StoredFields.writeTime(out, row.receivedAt());
    out.writeBoolean(row.passedOver());
    writeContext(row.context(), out);
    writeBlock(out, row.values());
  }

  private static VolumeRow read(DataInputStream in) throws IOException {
    long timestamp = in.readLong();
    Instant acquiredAt = StoredFields.readTime(in);
    Instant receivedAt = StoredFields.readTime(in);
    boolean passedOver = in.readBoolean();
    VolumeContext context = readContext(in);
    float[] values = readBlock(in, in.available() / Float.BYTES);
    return new VolumeRow(timestamp, acquiredAt, receivedAt, values, context, passedOver);
  }

  private static void writeContext(VolumeContext context, DataOutputStream out) throws IOException {
    out.writeByte(context.motion().length);
    for (double parameter : context.motion()) {
      out.writeDouble(parameter);
    }
    out.writeDouble(context.ghostRatio());
    out.writeInt(context.outside().length);
    writeBlock(out, context.outside());
  }

  private static VolumeContext readContext(DataInputStream in) throws IOException {
    double[] motion = new double[in.readUnsignedByte()];
    for (int i = 0; i < motion.length; i++) {
      motion[i] = in.readDouble();
    }
    double ghostRatio = in.readDouble();
    return new VolumeContext(readBlock(in, in.readInt()), motion, ghostRatio);
  }

  /** In one block: a row has thousands of values. */
  private static void writeBlock(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(Float.BYTES * values.length);
    block.asFloatBuffer().put(values);
    out.write(block.array());
  }

  private static float[] readBlock(DataInputStream in, int length) throws IOException {
    byte[] block = StoredFields.readExactly(in, Float.BYTES * length);
    float[] values = new float[length];
    ByteBuffer.wrap(block).asFloatBuffer().get(values);
    return values;
  }
}
