package io.mindstream.bridge.mrd;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A client that sends MRD images, as MRD's documentation describes the messages. Slices have 3 x 2
 * voxels of 2 x 3 mm, 4 mm apart; voxel i of slice s in repetition r is 100 * r + 10 * s + i.
 */
public final class MrdSender implements AutoCloseable {

  private final Socket socket;

  /** Connects. */
  public MrdSender(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
  }

  /** What a test changes of an image; all else is the same for all. */
  static final class Image {
    int dataType = 2;
    int channels = 1;
    int depth = 1;
    int slice;
    int contrast;
    int repetition;
    int imageType = 1;
    int series = 1;
    double fieldOfView = 6;
    float[] position = {10, 20, 30};
    String attributes = "";
    byte[] data = new byte[0];

    Image(int repetition, int slice) {
      this.repetition = repetition;
      this.slice = slice;
      position[2] = 30 + 4 * slice;
      ByteBuffer voxels = little(12);
      for (int i = 0; i < 6; i++) {
        voxels.putShort((short) (100 * repetition + 10 * slice + i));
      }
      data = voxels.array();
    }

    byte[] bytes() {
      byte[] text = attributes.getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = little(2 + 198 + 8 + text.length + data.length);
      bytes.putShort((short) 1022);
      bytes.putShort((short) 1).putShort((short) dataType).putLong(0).putInt(7);
      bytes.putShort((short) 3).putShort((short) 2).putShort((short) depth);
      bytes.putFloat((float) fieldOfView).putFloat(6).putFloat(4 * depth);
      bytes.putShort((short) channels);
      floats(bytes, position);
      floats(bytes, new float[] {1, 0, 0});
      floats(bytes, new float[] {0, 1, 0});
      floats(bytes, new float[] {0, 0, 1});
      floats(bytes, new float[3]);
      shorts(bytes, 0, slice, contrast, 0, repetition, 0);
      bytes.putInt(0).putInt(0).putInt(0).putInt(0);
      shorts(bytes, imageType, 1, series);
      bytes.position(bytes.position() + 64).putInt(text.length);
      return bytes.putLong(text.length).put(text).put(data).array();
    }

    private static void floats(ByteBuffer into, float[] numbers) {
      for (float number : numbers) {
        into.putFloat(number);
      }
    }

    private static void shorts(ByteBuffer into, int... numbers) {
      for (int number : numbers) {
        into.putShort((short) number);
      }
    }
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.wrap(new byte[bytes]).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Sends what a measurement begins with: a configuration's name and the XML header. */
  public void begin(int slices) throws IOException {
    raw(
        little(1026)
            .putShort((short) 1)
            .put("default.xml".getBytes(StandardCharsets.UTF_8))
            .array());
    text(3, header(slices));
  }

  /** All that a client says of a measurement of one repetition. */
  static byte[] measurement() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(textOf(2, "<configuration/>"));
    all.writeBytes(textOf(3, header(2)));
    all.writeBytes(new Image(0, 0).bytes());
    all.writeBytes(new Image(0, 1).bytes());
    all.writeBytes(new byte[] {4, 0});
    return all.toByteArray();
  }

  static String header(int slices) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <ismrmrdHeader xmlns="http://www.ismrm.org/ISMRMRD">
          <encoding><encodingLimits>
            <slice><minimum>0</minimum><maximum>%d</maximum><center>0</center></slice>
          </encodingLimits></encoding>
          <sequenceParameters><TR>1500</TR><TE>30</TE></sequenceParameters>
        </ismrmrdHeader>"""
        .formatted(slices - 1);
  }

  void text(int id, String text) throws IOException {
    raw(textOf(id, text));
  }

  private static byte[] textOf(int id, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return little(6 + bytes.length).putShort((short) id).putInt(bytes.length).put(bytes).array();
  }

  void image(Image image) throws IOException {
    raw(image.bytes());
  }

  /** Sends two slices of a repetition. */
  public void repetition(int repetition) throws IOException {
    image(new Image(repetition, 0));
    image(new Image(repetition, 1));
  }

  /** Says that this was all. */
  public void end() throws IOException {
    raw(new byte[] {4, 0});
  }

  void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** All that the receiver says until it closes. */
  byte[] answer() throws IOException {
    return new DataInputStream(socket.getInputStream()).readAllBytes();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
