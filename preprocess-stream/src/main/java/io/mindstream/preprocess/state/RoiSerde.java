package io.mindstream.preprocess.state;

import io.mindstream.preprocess.roi.RoiVoxels;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;

/** The linear indices of an ROI's voxels as int32 up to the end. */
final class RoiSerde {

  private RoiSerde() {}

  static Serde<RoiVoxels> of(String store) {
    return VersionedSerde.of(store, RoiSerde::write, RoiSerde::read);
  }

  private static void write(RoiVoxels roi, DataOutputStream out) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(Integer.BYTES * roi.size());
    block.asIntBuffer().put(roi.indices());
    out.write(block.array());
  }

  private static RoiVoxels read(DataInputStream in) throws IOException {
    int[] indices = new int[in.available() / Integer.BYTES];
    ByteBuffer.wrap(StoredFields.readExactly(in, Integer.BYTES * indices.length))
        .asIntBuffer()
        .get(indices);
    return RoiVoxels.ofChecked(indices);
  }
}
