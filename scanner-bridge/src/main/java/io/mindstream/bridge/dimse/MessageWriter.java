package io.mindstream.bridge.dimse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Sends commands and data sets in P-DATA-TF no longer than the peer takes. For one thread. */
final class MessageWriter {

  private static final int PDU_HEADER = 6;
  private static final int VALUE_HEADER = 6;
  private static final int LEAST = 64;
  private static final int COMMAND = 1;
  private static final int LAST = 2;

  private final OutputStream out;
  private final int most;
  private final ByteBuffer pdu;

  /**
   * Sends to a peer.
   *
   * @param longestData the longest P-DATA-TF that the peer takes, 0 for any
   */
  MessageWriter(OutputStream out, long longestData) {
    this.out = out;
    long longest = longestData == 0 ? DimseSettings.MOST_DATA : longestData;
    this.most = (int) Math.max(LEAST, Math.min(DimseSettings.MOST_DATA, longest)) - VALUE_HEADER;
    this.pdu = ByteBuffer.allocate(PDU_HEADER + VALUE_HEADER + most);
  }

  void write(int context, CommandSet command) throws IOException {
    write(context, COMMAND, command.encoded());
  }

  /** The data set that follows a command. */
  void write(int context, byte[] dataSet) throws IOException {
    write(context, 0, dataSet);
  }

  private void write(int context, int kind, byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; at += most) {
      int length = Math.min(most, bytes.length - at);
      int control = at + length == bytes.length ? kind | LAST : kind;
      pdu.clear().put((byte) PduType.DATA.code()).put((byte) 0).putInt(VALUE_HEADER + length);
      pdu.putInt(length + 2).put((byte) context).put((byte) control).put(bytes, at, length);
      out.write(pdu.array(), 0, pdu.position());
    }
  }
}
