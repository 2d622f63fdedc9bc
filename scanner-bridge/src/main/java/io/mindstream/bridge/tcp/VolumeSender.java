package io.mindstream.bridge.tcp;

import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.serde.Bytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends volumes over TCP as a scanner for MURFI does: a connection for each. */
public final class VolumeSender {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int CLOSE_MILLIS = 500;
  private static final int SIZES = 8;
  private static final HeaderLayout LAYOUT = HeaderLayout.V4;

  private final InetSocketAddress receiver;

  /** Nothing is sent yet. */
  public VolumeSender(InetSocketAddress receiver) {
    this.receiver = receiver;
  }

  /**
   * Sends a volume of 16 bit integers.
   *
   * @param series its UID, of at most 63 characters
   * @param number position in the series, origin 1
   * @param grid of its voxels
   * @throws IOException where nobody takes it
   */
  public void send(
      String series, int number, double repetitionTimeSeconds, Geometry grid, VolumeData data)
      throws IOException {
    byte[] header = header(series, number, repetitionTimeSeconds, grid, data);
    byte[] voxels = Bytes.of(data.bytes());
    ByteBuffer sizes = ByteBuffer.allocate(SIZES).order(ByteOrder.LITTLE_ENDIAN);
    sizes.putInt(header.length).putInt(voxels.length);
    try (Socket socket = new Socket()) {
      socket.connect(receiver, CONNECT_MILLIS);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      out.write(sizes.array());
      out.write(header);
      out.write(voxels);
      out.flush();
      socket.shutdownOutput();
      awaitClose(socket);
    }
  }

  /** The next volume must not overtake this one; a receiver that keeps its end open is left. */
  private static void awaitClose(Socket socket) throws IOException {
    socket.setSoTimeout(CLOSE_MILLIS);
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (SocketTimeoutException e) {
      return;
    }
  }

  private static byte[] header(
      String series, int number, double repetitionTimeSeconds, Geometry grid, VolumeData data) {
    ByteBuffer header = ByteBuffer.allocate(LAYOUT.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    text(header, 0, "ERTI");
    header.putInt(HeaderLayout.VERSION, 4);
    text(header, HeaderLayout.SERIES_UID, series);
    text(header, LAYOUT.scanType(), "EPI");
    text(header, LAYOUT.imageType(), "3D");
    boolean signed = data.type() == StoredVoxels.Type.INT16;
    text(header, LAYOUT.dataType(), signed ? "int16_t" : "uint16_t");
    header.put(LAYOUT.littleEndian(), (byte) 1);
    List<Double> mm = grid.getVoxelSizeMm();
    for (int axis = 0; axis < 3; axis++) {
      header.putDouble(LAYOUT.spacing() + Double.BYTES * axis, mm.get(axis));
    }
    header.putInt(LAYOUT.pixels(), grid.getNx());
    header.putInt(LAYOUT.pixels() + 4, grid.getNy());
    header.putInt(LAYOUT.pixels() + 8, grid.getNz());
    for (int i = 0; i < grid.getAffine().size(); i++) {
      float value = grid.getAffine().get(i).floatValue();
      header.putFloat(LAYOUT.matrix() + Float.BYTES * i, value);
    }
    header.putFloat(LAYOUT.matrix() + Float.BYTES * 15, 1);
    header.putInt(LAYOUT.repetitionTime(), (int) Math.round(1000 * repetitionTimeSeconds));
    header.putInt(LAYOUT.currentTr(), number);
    return header.array();
  }

  private static void text(ByteBuffer header, int at, String text) {
    header.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }
}
