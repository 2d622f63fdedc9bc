package io.mindstream.bridge.mrd;

import io.mindstream.bridge.net.TimedInput;
import io.mindstream.bridge.push.LittleFields;
import io.mindstream.bridge.push.WireException;
import java.io.EOFException;
import java.io.IOException;

/**
 * One image as it came: a slice or a volume.
 *
 * @param header its header
 * @param directions where its axes point
 * @param data its voxels, x fastest, little endian
 */
@SuppressWarnings("ArrayRecordComponent") // Plain bytes, handed from one caller to one.
record MrdImage(ImageHeader header, Directions directions, byte[] data) {

  private static final int LONGEST_ATTRIBUTES = 1 << 20;
  private static final int MOST_BYTES = 1 << 28;

  /**
   * Reads an image after its message id.
   *
   * @throws WireException where a field says what cannot be, or the image is not whole
   */
  static MrdImage read(TimedInput in) throws IOException {
    LittleFields fields = new LittleFields(in.exactly(ImageHeader.BYTES));
    ImageHeader header = ImageHeader.read(fields);
    long attributes = new LittleFields(in.exactly(Long.BYTES)).i64(0);
    if (attributes < 0 || attributes > LONGEST_ATTRIBUTES) {
      throw WireException.field("attribute length", attributes, "it is 0 to 1048576 bytes");
    }
    if (header.dataBytes() > MOST_BYTES) {
      throw WireException.field("matrix_size", header.matrix(), "an image has at most 256 MiB");
    }
    Directions directions = Directions.read(fields, in.exactly((int) attributes));
    return new MrdImage(header, directions, data(header, in));
  }

  private static byte[] data(ImageHeader header, TimedInput in) throws IOException {
    try {
      return in.exactly((int) header.dataBytes());
    } catch (EOFException e) {
      throw new WireException(
          "slice %d of repetition %d is not whole (%s); check the sender and the network"
              .formatted(
                  header.counters().slice(), header.counters().repetition(), e.getMessage()));
    }
  }

  /** Where its centre lies along its own third axis, in mm. */
  double along() {
    return Directions.dot(header.position(), directions.z());
  }
}
