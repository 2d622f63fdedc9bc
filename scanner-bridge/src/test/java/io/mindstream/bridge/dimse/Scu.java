package io.mindstream.bridge.dimse;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small sender of DICOM objects, written from PS3.7 and PS3.8 apart from the receiver, so that
 * what both have wrong shows. Its contexts have ids 1, 3, 5 in order of proposal.
 */
public final class Scu implements AutoCloseable {

  static final String VERIFICATION = "1.2.840.10008.1.1";
  public static final String MR = "1.2.840.10008.5.1.4.1.1.4";
  static final String EXPLICIT = "1.2.840.10008.1.2.1";

  /** A presentation context to propose. */
  record Proposal(String abstractSyntax, List<String> transferSyntaxes) {}

  private final Socket socket;
  private final DataInputStream in;
  private final int longestData;
  private int messageId;

  Scu(int port, int longestData) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.in = new DataInputStream(socket.getInputStream());
    this.longestData = longestData;
    socket.setSoTimeout(20_000);
  }

  /** An open association for MR images. */
  public static Scu open(int port) throws IOException {
    return open(port, "SCANNER");
  }

  /** The same of a scanner with an AE title of its own. */
  public static Scu open(int port, String calling) throws IOException {
    Scu scu = new Scu(port, 16384);
    scu.associate(calling, "MINDSTREAM", List.of(new Proposal(MR, List.of(EXPLICIT))));
    return scu;
  }

  /** A PDU as it came. */
  record Reply(int type, byte[] body) {

    /** Results of presentation contexts by id: 0 where accepted. */
    Map<Integer, Integer> results() {
      Map<Integer, Integer> results = new LinkedHashMap<>();
      items((type, content) -> results.put((int) content[0], (int) content[2]));
      return results;
    }

    /** Chosen transfer syntaxes by context id. */
    Map<Integer, String> transferSyntaxes() {
      Map<Integer, String> chosen = new LinkedHashMap<>();
      items(
          (type, content) ->
              chosen.put(
                  (int) content[0],
                  new String(content, 8, content.length - 8, StandardCharsets.US_ASCII)));
      return chosen;
    }

    private void items(java.util.function.BiConsumer<Integer, byte[]> use) {
      ByteBuffer bytes = ByteBuffer.wrap(body).position(68);
      while (bytes.hasRemaining()) {
        int type = bytes.get();
        bytes.get();
        byte[] content = new byte[bytes.getShort()];
        bytes.get(content);
        if (type == 0x21) {
          use.accept(type, content);
        }
      }
    }
  }

  Reply associate(String calling, String called, List<Proposal> proposals) throws IOException {
    socket.getOutputStream().write(request(calling, called, proposals, longestData));
    return reply();
  }

  static byte[] request(String calling, String called, List<Proposal> proposals, int longest) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {0, 1, 0, 0});
    body.writeBytes("%-16s%-16s".formatted(called, calling).getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(new byte[32]);
    item(body, 0x10, "1.2.840.10008.3.1.1.1".getBytes(StandardCharsets.US_ASCII));
    int id = 1;
    for (Proposal proposal : proposals) {
      ByteArrayOutputStream context = new ByteArrayOutputStream();
      context.writeBytes(new byte[] {(byte) id, 0, 0, 0});
      item(context, 0x30, proposal.abstractSyntax().getBytes(StandardCharsets.US_ASCII));
      for (String syntax : proposal.transferSyntaxes()) {
        item(context, 0x40, syntax.getBytes(StandardCharsets.US_ASCII));
      }
      item(body, 0x20, context.toByteArray());
      id += 2;
    }
    ByteArrayOutputStream user = new ByteArrayOutputStream();
    item(user, 0x51, ByteBuffer.wrap(new byte[4]).putInt(longest).array());
    item(user, 0x52, "1.2.3.4".getBytes(StandardCharsets.US_ASCII));
    item(body, 0x50, user.toByteArray());
    return pdu(1, body.toByteArray());
  }

  private static void item(ByteArrayOutputStream into, int type, byte[] content) {
    into.writeBytes(new byte[] {(byte) type, 0, (byte) (content.length >> 8)});
    into.write(content.length);
    into.writeBytes(content);
  }

  static byte[] pdu(int type, byte[] body) {
    ByteBuffer header = ByteBuffer.wrap(new byte[6 + body.length]);
    return header.put((byte) type).put((byte) 0).putInt(body.length).put(body).array();
  }

  /** The status of a C-ECHO in a context. */
  int echo(int context) throws IOException {
    send(context, true, command(0x0030, "", "", 0x0101));
    return status();
  }

  /** The status of a C-STORE in context 1. */
  public int store(String sopClass, String instance, byte[] dataSet) throws IOException {
    send(1, true, command(0x0001, sopClass, instance, 0));
    send(1, false, dataSet);
    return status();
  }

  byte[] command(int field, String sopClass, String instance, int dataSetType) {
    return command(field, sopClass, instance, dataSetType, ++messageId);
  }

  private static byte[] command(
      int field, String sopClass, String instance, int dataSetType, int id) {
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    element(elements, 0x0002, sopClass.getBytes(StandardCharsets.US_ASCII));
    element(elements, 0x0100, little(field));
    element(elements, 0x0110, little(id));
    element(elements, 0x0800, little(dataSetType));
    element(elements, 0x1000, instance.getBytes(StandardCharsets.US_ASCII));
    return elements.toByteArray();
  }

  private static void element(ByteArrayOutputStream into, int element, byte[] value) {
    byte[] even = java.util.Arrays.copyOf(value, value.length + value.length % 2);
    ByteBuffer header = ByteBuffer.wrap(new byte[8]).order(ByteOrder.LITTLE_ENDIAN);
    into.writeBytes(
        header.putShort((short) 0).putShort((short) element).putInt(even.length).array());
    into.writeBytes(even);
  }

  private static byte[] little(int number) {
    return new byte[] {(byte) number, (byte) (number >> 8)};
  }

  /** Sends a command or data set in fragments. */
  void send(int context, boolean isCommand, byte[] bytes) throws IOException {
    raw(fragments(context, isCommand, bytes, longestData - 6));
  }

  static byte[] fragments(int context, boolean isCommand, byte[] bytes, int most) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int at = 0; at == 0 || at < bytes.length; at += most) {
      int length = Math.min(most, bytes.length - at);
      int last = at + length == bytes.length ? 2 : 0;
      ByteBuffer value = ByteBuffer.wrap(new byte[6 + length]).putInt(length + 2);
      value.put((byte) context).put((byte) ((isCommand ? 1 : 0) | last)).put(bytes, at, length);
      all.writeBytes(pdu(4, value.array()));
    }
    return all.toByteArray();
  }

  /** All that a sender says to store an image and to release its association. */
  static byte[] conversation() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        request("SCANNER", "MINDSTREAM", List.of(new Proposal(MR, List.of(EXPLICIT))), 16384));
    all.writeBytes(fragments(1, true, command(1, MR, "1.2.3", 0, 1), 16378));
    all.writeBytes(fragments(1, false, DataSets.image("1.2.3", 200), 128));
    all.writeBytes(pdu(5, new byte[4]));
    return all.toByteArray();
  }

  /** The status of the next response. */
  int status() throws IOException {
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    boolean last = false;
    while (!last) {
      byte[] body = reply().body();
      last = (body[5] & 2) != 0;
      command.write(body, 6, body.length - 6);
    }
    ByteBuffer bytes = ByteBuffer.wrap(command.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      bytes.getShort();
      int element = bytes.getShort();
      int length = bytes.getInt();
      if (element == 0x0900) {
        return Short.toUnsignedInt(bytes.getShort());
      }
      bytes.position(bytes.position() + length);
    }
    throw new IOException("the response has no status");
  }

  void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** No more will be sent. */
  void half() throws IOException {
    socket.shutdownOutput();
  }

  Reply reply() throws IOException {
    int type = in.readUnsignedByte();
    in.readUnsignedByte();
    byte[] body = new byte[in.readInt()];
    in.readFully(body);
    return new Reply(type, body);
  }

  /** The type of the answer to A-RELEASE-RQ. */
  int release() throws IOException {
    raw(pdu(5, new byte[4]));
    return reply().type();
  }

  /** True once the receiver closed. */
  boolean closed() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
