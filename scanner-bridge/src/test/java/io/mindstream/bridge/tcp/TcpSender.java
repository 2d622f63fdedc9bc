package io.mindstream.bridge.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Volumes of 3 x 2 x 2 voxels as a scanner sends them: fields follow one another as a C compiler
 * lays them out, apart from the offsets that the reader knows. Voxel i of volume n is 100 * n + i.
 */
public final class TcpSender implements AutoCloseable {

  private final Socket socket;

  /** Connects. */
  public TcpSender(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** What a header says; the rest is the same for all. */
  record Header(
      String series, String dataType, String imageType, boolean mosaic, int number, boolean moco) {

    static Header of(int number) {
      return new Header("1.2.3", "int16_t", "3D", false, number, false);
    }

    byte[] bytes(int version) {
      CStruct struct = new CStruct().text("ERTI", 5).i32(version);
      if (version >= 4) {
        struct.text(series, 64);
      }
      struct.text("EPI", 64).text(imageType, 16).text("a note", 256).text(dataType, 16);
      struct.flag(true).flag(mosaic).f64(2).f64(3).f64(3.5).f64(0.5);
      struct.i32(3).i32(2).i32(2);
      for (double number : new double[] {-2, 0, 0, 10, 0, 3, 0, -20, 0, 0, 4, 30, 0, 0, 0, 1}) {
        struct.f32(number);
      }
      struct.i32(1500).i32(0).i32(number).i32(100).flag(moco).text("TZYX", 5);
      return struct.f64(0).f64(0).f64(0).f64(0).f64(0).f64(0).bytes();
    }
  }

  /** A struct of a 64 bit x86 compiler: each field stands at a multiple of its size. */
  private static final class CStruct {
    private final ByteBuffer bytes = ByteBuffer.wrap(new byte[1024]).order(ByteOrder.LITTLE_ENDIAN);

    CStruct text(String text, int length) {
      byte[] chars = text.getBytes(StandardCharsets.US_ASCII);
      bytes.put(chars).position(bytes.position() + length - chars.length);
      return this;
    }

    CStruct flag(boolean flag) {
      bytes.put((byte) (flag ? 1 : 0));
      return this;
    }

    CStruct i32(int number) {
      align(4).putInt(number);
      return this;
    }

    CStruct f32(double number) {
      align(4).putFloat((float) number);
      return this;
    }

    CStruct f64(double number) {
      align(8).putDouble(number);
      return this;
    }

    private ByteBuffer align(int size) {
      return bytes.position((bytes.position() + size - 1) / size * size);
    }

    byte[] bytes() {
      byte[] used = new byte[bytes.position()];
      bytes.get(0, used);
      return used;
    }
  }

  /** The voxels of a volume as shorts, slice by slice. */
  static byte[] voxels(int number) {
    ByteBuffer voxels = ByteBuffer.wrap(new byte[24]).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 12; i++) {
      voxels.putShort((short) (100 * number + i));
    }
    return voxels.array();
  }

  /** Sends a volume with its sizes. */
  public void volume(int number) throws IOException {
    send(Header.of(number), voxels(number));
  }

  /** Sends the beginning of a volume. */
  public void torn(int number) throws IOException {
    byte[] header = Header.of(number).bytes(4);
    sizes(header.length, 24);
    raw(header);
    raw(new byte[7]);
  }

  void send(Header header, byte[] data) throws IOException {
    byte[] bytes = header.bytes(4);
    sizes(bytes.length, data.length);
    raw(bytes);
    raw(data);
  }

  /** All that a sender says of a series of two volumes. */
  static byte[] series() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int number = 1; number <= 2; number++) {
      byte[] header = Header.of(number).bytes(4);
      all.writeBytes(sizesOf(header.length, 24));
      all.writeBytes(header);
      all.writeBytes(voxels(number));
    }
    all.writeBytes(sizesOf(0, 0));
    return all.toByteArray();
  }

  void sizes(int header, int data) throws IOException {
    raw(sizesOf(header, data));
  }

  private static byte[] sizesOf(int header, int data) {
    ByteBuffer sizes = ByteBuffer.wrap(new byte[8]).order(ByteOrder.LITTLE_ENDIAN);
    return sizes.putInt(header).putInt(data).array();
  }

  /** Says that the series is complete. */
  public void end() throws IOException {
    sizes(0, 0);
  }

  void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
