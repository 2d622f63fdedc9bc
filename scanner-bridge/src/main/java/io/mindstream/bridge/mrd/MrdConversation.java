package io.mindstream.bridge.mrd;

import io.mindstream.bridge.net.TimedInput;
import io.mindstream.bridge.push.LittleFields;
import io.mindstream.bridge.push.Peer;
import io.mindstream.bridge.push.WireException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of one connection (MRD's message types). For one thread, once. */
final class MrdConversation {

  private static final Logger LOG = LoggerFactory.getLogger(MrdConversation.class);

  private static final int CONFIG_FILE = 1;
  private static final int CONFIG_TEXT = 2;
  private static final int HEADER = 3;
  private static final int CLOSE = 4;
  private static final int TEXT = 5;
  private static final int ACQUISITION = 1008;
  private static final int IMAGE = 1022;
  private static final int WAVEFORM = 1026;

  private static final int CONFIG_FILE_BYTES = 1024;
  private static final int WAVEFORM_HEADER_BYTES = 40;
  private static final int LONGEST_TEXT = 1 << 24;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final TimedInput in;
  private final OutputStream out;
  private final Peer peer;
  private final MrdVolumes volumes;
  private final Duration patience;

  MrdConversation(
      TimedInput in, OutputStream out, Peer peer, MrdVolumes volumes, Duration patience) {
    this.in = in;
    this.out = out;
    this.peer = peer;
    this.volumes = volumes;
    this.patience = patience;
  }

  /** Reads to the closing message; a sender that closes without one has ended as well. */
  void run() throws IOException, InterruptedException {
    try {
      OptionalInt id = next();
      while (id.isPresent() && id.getAsInt() != CLOSE) {
        message(id.getAsInt());
        id = next();
      }
      volumes.finish();
      if (id.isPresent()) {
        answer(closing());
      }
      peer.ended();
    } catch (WireException e) {
      explain(e);
      throw e;
    }
  }

  /** The next message's id; empty where the sender closed, or is silent, between two of them. */
  private OptionalInt next() throws IOException {
    in.within(patience);
    int low;
    try {
      low = in.read();
    } catch (SocketTimeoutException e) {
      return OptionalInt.empty();
    }
    if (low < 0) {
      return OptionalInt.empty();
    }
    in.within(LIMIT);
    return OptionalInt.of(new LittleFields(new byte[] {(byte) low, in.exactly(1)[0]}).u16(0));
  }

  private void message(int id) throws IOException, InterruptedException {
    switch (id) {
      case CONFIG_FILE -> in.discard(CONFIG_FILE_BYTES);
      case CONFIG_TEXT, TEXT -> in.discard(length());
      case HEADER -> volumes.measurement(Measurement.read(in.exactly(length())));
      case IMAGE -> volumes.image(MrdImage.read(in));
      case WAVEFORM -> waveform();
      case ACQUISITION ->
          throw new WireException(
              "raw data came (message 1008, acquisition), but this takes images (1022);"
                  + " let a reconstruction such as Gadgetron send what it makes of them");
      default ->
          throw WireException.field(
              "message id", id, "it is 1 to 5, 1022 or 1026; check that the sender speaks MRD");
    }
  }

  private int length() throws IOException {
    long length = new LittleFields(in.exactly(Integer.BYTES)).u32(0);
    if (length > LONGEST_TEXT) {
      throw WireException.field("length of a text", length, "it is at most 16 MiB");
    }
    return (int) length;
  }

  private void waveform() throws IOException {
    LittleFields header = new LittleFields(in.exactly(WAVEFORM_HEADER_BYTES));
    in.discard((long) header.u16(28) * header.u16(30) * Integer.BYTES);
  }

  /** Says so to the sender too. */
  private void explain(WireException reason) {
    byte[] text = String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {TEXT, 0});
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      message.write(text.length >> shift);
    }
    message.writeBytes(text);
    message.writeBytes(closing());
    answer(message.toByteArray());
  }

  /** Where the sender does not listen any more, nothing is lost: what it sent is there. */
  private void answer(byte[] message) {
    try {
      out.write(message);
    } catch (IOException e) {
      LOG.debug("a sender of MRD images took no answer: {}", e.getMessage());
    }
  }

  private static byte[] closing() {
    return new byte[] {CLOSE, 0};
  }
}
