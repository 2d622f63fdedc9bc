package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.tcp.VolumeSender;
import io.mindstream.imaging.nifti.VolumeData;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Sends volumes over TCP, a connection for each. Their scaling is lost: the format has none. */
final class TcpDelivery implements Delivery {

  private final InetSocketAddress receiver;
  private final VolumeSender sender;

  TcpDelivery(InetSocketAddress receiver) {
    this.receiver = receiver;
    this.sender = new VolumeSender(receiver);
  }

  @Override
  public void volume(AcquiredVolume volume) {
    ConsoleSeries series = volume.series();
    VolumeData voxels =
        new VolumeData(volume.data().type(), 1, 0, ByteBuffer.wrap(volume.voxels()));
    try {
      sender.send(
          series.uid(),
          volume.index() + 1,
          series.repetitionTimeSeconds(),
          series.grid().geometry(),
          voxels);
    } catch (IOException e) {
      throw new FeedException(
          "%s port %d takes no volumes (%s); check --host and --port, and that mindstream listen tcp runs there"
              .formatted(receiver.getHostString(), receiver.getPort(), e.getMessage()));
    }
  }

  @Override
  public void close() {
    // Each connection is closed by itself.
  }
}
