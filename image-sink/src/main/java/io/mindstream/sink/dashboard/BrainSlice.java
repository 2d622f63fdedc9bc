package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * The middle axial slice of a volume as a grey picture: x to the right, y upwards, one pixel a
 * voxel. Grey runs from the slice's 2nd to its 99.5th percentile.
 */
final class BrainSlice {

  static {
    ImageIO.setUseCache(false); // pictures need no disk, and so no room on one
  }

  private static final double DARK = 0.02;
  private static final double BRIGHT = 0.995;
  private static final int WHITE = 255;

  private BrainSlice() {}

  /**
   * Draws a volume.
   *
   * @throws IllegalArgumentException where the volume's bytes do not fit its dimensions
   */
  static Picture of(BoldVolume volume) {
    VolumeShape shape = new VolumeShape(volume.getNx(), volume.getNy(), volume.getNz());
    StoredVoxels voxels =
        new StoredVoxels(
            shape,
            StoredVoxels.Type.valueOf(volume.getType().name()),
            volume.getSlope(),
            volume.getIntercept(),
            volume.getVoxels());
    int[] indices = new int[shape.nx() * shape.ny()];
    Arrays.setAll(indices, i -> i + shape.index(0, 0, shape.nz() / 2));
    return png(voxels.gather(indices), shape);
  }

  private static Picture png(float[] slice, VolumeShape shape) {
    float[] sorted = slice.clone();
    Arrays.sort(sorted);
    float dark = sorted[(int) (DARK * (sorted.length - 1))];
    float range = Math.max(sorted[(int) (BRIGHT * (sorted.length - 1))] - dark, Float.MIN_NORMAL);
    BufferedImage image = new BufferedImage(shape.nx(), shape.ny(), BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = image.getRaster();
    for (int y = 0; y < shape.ny(); y++) {
      for (int x = 0; x < shape.nx(); x++) {
        float grey = (slice[x + shape.nx() * y] - dark) / range;
        raster.setSample(
            x, shape.ny() - 1 - y, 0, Math.round(WHITE * Math.min(1f, Math.max(0f, grey))));
      }
    }
    return encode(image);
  }

  private static Picture encode(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return new Picture(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
