package io.mindstream.bridge.tcp;

import io.mindstream.bridge.net.TimedInput;
import io.mindstream.bridge.push.Peer;
import io.mindstream.bridge.push.PushFeed;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.push.PushedGrid;
import io.mindstream.bridge.push.PushedVolume;
import io.mindstream.bridge.push.Wire;
import io.mindstream.bridge.push.WireException;
import io.mindstream.imaging.nifti.NiftiHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Volumes after headers of fixed layout: any number on a connection, or a connection for each. A
 * series ends with sizes of zero, or when a connection that brought several volumes is closed.
 */
public final class TcpVolumes implements Wire {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String FORMAT = "volumes over TCP";

  private final VolumeChoice choice;
  private final Duration patience;
  private final UnnamedSeries unnamed = new UnnamedSeries();

  TcpVolumes(VolumeChoice choice, Duration patience) {
    this.choice = choice;
    this.patience = patience;
  }

  /**
   * A feed of what is sent to a port from now on; see {@link PushFeed#open} for what it throws.
   *
   * @param choice which volumes are taken
   * @param notes hears what a person should know, on the feed's thread
   */
  public static PushFeed open(
      InetSocketAddress address, VolumeChoice choice, PushOptions options, Consumer<String> notes) {
    return PushFeed.open(
        FORMAT, address, new TcpVolumes(choice, options.endAfter()), options, notes);
  }

  @Override
  public void read(TimedInput in, OutputStream out, Peer peer)
      throws IOException, InterruptedException {
    boolean open = true;
    while (open) {
      open = take(Envelope.read(in, patience, LIMIT), in, peer);
    }
  }

  /** False where the connection is over. */
  private boolean take(Envelope envelope, TimedInput in, Peer peer)
      throws IOException, InterruptedException {
    switch (envelope.kind()) {
      case END -> peer.ended();
      case VOLUME -> volume(envelope, in, peer);
      case CLOSED -> {
        if (peer.volumes() > 1) {
          peer.ended();
        }
        return false;
      }
      case SILENT -> {
        return false;
      }
    }
    return true;
  }

  private void volume(Envelope envelope, TimedInput in, Peer peer)
      throws IOException, InterruptedException {
    VolumeHeader header = VolumeHeader.read(envelope.header(), envelope.layout());
    Mosaic layout = Mosaic.of(header, envelope.dataBytes());
    byte[] data = data(header, layout, in);
    Optional<String> objection = choice.objection(header);
    if (objection.isPresent()) {
      peer.note(objection.get());
      return;
    }
    byte[] slices = layout.slices(data, header.format().bytes());
    peer.volume(
        new PushedVolume(
            header.series().isEmpty() ? unnamed.of(header.number()) : header.series(),
            header.number(),
            1,
            grid(header, layout),
            header.format().volume(ByteBuffer.wrap(slices), header.order()),
            Instant.now()));
  }

  private static byte[] data(VolumeHeader header, Mosaic layout, TimedInput in) throws IOException {
    try {
      return in.exactly(Math.toIntExact(layout.voxels() * header.format().bytes()));
    } catch (EOFException e) {
      throw new WireException(
          "volume %d is not whole (%s); check the sender and the network"
              .formatted(header.number(), e.getMessage()));
    }
  }

  private static NiftiHeader grid(VolumeHeader header, Mosaic layout) {
    NiftiHeader said = header.grid();
    return PushedGrid.header(
        layout.shape(),
        said.voxelSizeMm(),
        said.affine(),
        said.placed(),
        said.repetitionTimeSeconds());
  }
}
