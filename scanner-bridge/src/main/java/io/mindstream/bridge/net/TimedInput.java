package io.mindstream.bridge.net;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import jdk.net.ExtendedSocketOptions;

/**
 * What a peer sends, with a time limit for whole messages: one that sends a byte now and then is
 * late as well. Memory grows with what came, not with what was announced. For one thread.
 *
 * <p>What came is acknowledged before more is waited for. Else a sender that writes a header and
 * then the rest, and leaves Nagle's algorithm on as DCMTK does, waits 40 ms for the acknowledgement
 * of the header, with each slice (RFC 1122, 4.2.3.2 and 4.2.3.4). The system forgets the option, so
 * it is set each time.
 */
public final class TimedInput extends FilterInputStream {

  private static final long NANOS_A_MILLI = 1_000_000;

  private static final int CHUNK = 1 << 16;

  private final Socket socket;
  private final boolean acknowledges;
  private long deadline;

  /** Input of a socket; call {@link #within} before anything is read. */
  public TimedInput(Socket socket) throws IOException {
    super(socket.getInputStream());
    this.socket = socket;
    this.acknowledges = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    this.deadline = System.nanoTime();
  }

  /** All that is read up to the next call must come within this time from now. */
  public void within(Duration limit) {
    deadline = System.nanoTime() + limit.toNanos();
  }

  @Override
  public int read() throws IOException {
    limit();
    return super.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    limit();
    return super.read(into, offset, length);
  }

  /**
   * Exactly so many bytes.
   *
   * @throws EOFException where the peer closes before
   */
  public byte[] exactly(int length) throws IOException {
    byte[] bytes = new byte[Math.min(length, CHUNK)];
    int count = 0;
    while (count < length) {
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * count));
      }
      int more = read(bytes, count, bytes.length - count);
      if (more < 0) {
        throw new EOFException("closed after %d of %d bytes".formatted(count, length));
      }
      count += more;
    }
    return bytes;
  }

  /**
   * Reads so many bytes and forgets them.
   *
   * @throws EOFException where the peer closes before
   */
  public void discard(long length) throws IOException {
    for (long left = length; left > 0; left -= Math.min(left, CHUNK)) {
      exactly((int) Math.min(left, CHUNK));
    }
  }

  private void limit() throws IOException {
    long left = (deadline - System.nanoTime()) / NANOS_A_MILLI;
    if (left <= 0) {
      throw new SocketTimeoutException("nothing more came in time");
    }
    socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    if (acknowledges) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }
}
