package io.mindstream.bridge.mrd;

import io.mindstream.bridge.push.Peer;
import io.mindstream.bridge.push.PushedVolume;
import io.mindstream.bridge.push.WireException;
import io.mindstream.imaging.nifti.NiftiHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes volumes of the images of one connection: a volume by itself, or all slices of a repetition.
 * Repetitions come one after the other. For one thread.
 */
final class MrdVolumes {

  private final String series;
  private final MrdChoice choice;
  private final Peer peer;
  private Measurement measurement = Measurement.UNKNOWN;
  private OptionalInt slices = OptionalInt.empty();
  private OptionalInt firstSeries = OptionalInt.empty();
  private @Nullable SliceStack stack;
  private int over = -1;

  /**
   * Nothing came yet.
   *
   * @param series name of the connection's series
   */
  MrdVolumes(String series, MrdChoice choice, Peer peer) {
    this.series = series;
    this.choice = choice;
    this.peer = peer;
  }

  /** The measurement's header came. */
  void measurement(Measurement header) {
    measurement = header;
    slices = header.slices();
  }

  void image(MrdImage image) throws WireException, InterruptedException {
    ImageHeader header = image.header();
    if (firstSeries.isEmpty()) {
      firstSeries = OptionalInt.of(header.series());
    }
    Optional<String> objection = choice.objection(header, firstSeries.getAsInt());
    if (objection.isPresent()) {
      peer.note(objection.get());
      return;
    }
    if (header.format().complex()) {
      peer.note("images are complex; their magnitude is taken");
    }
    if (header.matrix().nz() > 1) {
      NiftiHeader grid = ImagePlacement.ofVolume(image, measurement.trSeconds());
      tell(header.counters().repetition(), image, grid, ByteBuffer.wrap(image.data()));
    } else {
      slice(image);
    }
  }

  private void slice(MrdImage image) throws WireException, InterruptedException {
    int repetition = image.header().counters().repetition();
    if (repetition <= over) {
      peer.note("slices are left out that came after the next repetition had begun, or twice");
      return;
    }
    if (stack != null && stack.repetition() != repetition) {
      finish();
    }
    SliceStack present = stack == null ? new SliceStack(repetition) : stack;
    stack = present;
    if (!present.add(image)) {
      peer.note("slices are left out that came twice");
    }
    if (slices.isPresent() && present.size() == slices.getAsInt()) {
      finish();
    }
  }

  /** No more images come of the present repetition. */
  void finish() throws WireException, InterruptedException {
    SliceStack whole = stack;
    if (whole == null) {
      return;
    }
    stack = null;
    over = Math.max(over, whole.repetition());
    slices = OptionalInt.of(slices.orElse(whole.least()));
    if (whole.size() != slices.getAsInt()) {
      peer.note(
          "repetition %d is left out: %d of its %d slices came"
              .formatted(whole.repetition(), whole.size(), slices.getAsInt()));
      return;
    }
    List<MrdImage> inSpace = whole.inSpace();
    NiftiHeader grid = ImagePlacement.ofSlices(inSpace, measurement.trSeconds());
    tell(whole.repetition(), inSpace.get(0), grid, SliceStack.voxels(inSpace));
  }

  private void tell(int repetition, MrdImage any, NiftiHeader grid, ByteBuffer voxels)
      throws InterruptedException {
    peer.volume(
        new PushedVolume(
            series,
            repetition,
            0,
            grid,
            any.header().format().volume(voxels, ByteOrder.LITTLE_ENDIAN),
            Instant.now()));
  }
}
