package io.mindstream.bridge.dimse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Sends commands and data sets in P-DATA-TF no longer than the peer takes. For one thread. */
final class MessageWriter {

  private static final int VALUE_HEADER = 6;
  private static final int LEAST = 64;
  private static final int COMMAND = 1;
  private static final int LAST = 2;

  private final OutputStream out;
  private final int most;

  /**
   * Sends to a peer.
   *
   * @param longestData the longest P-DATA-TF that the peer takes, 0 for any
   */
  MessageWriter(OutputStream out, long longestData) {
    this.out = out;
    long longest = longestData == 0 ? DimseSettings.MOST_DATA : longestData;
    this.most = (int) Math.max(LEAST, Math.min(DimseSettings.MOST_DATA, longest)) - VALUE_HEADER;
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
      byte[] fragment = Arrays.copyOfRange(bytes, at, at + length);
      PduBytes value = new PduBytes().u32(length + 2).u8(context).u8(control).all(fragment);
      out.write(value.pdu(PduType.DATA));
    }
  }
}
