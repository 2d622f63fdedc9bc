package io.mindstream.bridge.tcp;

import io.mindstream.bridge.push.WireException;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.OptionalLong;

/**
 * How the voxels of a volume lie in its data.
 *
 * @param shape of the volume
 * @param tiles a row of the mosaic has so many; 1 where slices follow one another
 */
record Mosaic(VolumeShape shape, int tiles) {

  private static final long MOST_BYTES = 1 << 28;

  /**
   * The layout that a header describes. Most senders give the size of a slice; some that of the
   * whole mosaic, which the announced length tells apart.
   *
   * @throws WireException where the announced length fits neither
   */
  static Mosaic of(VolumeHeader header, OptionalLong dataBytes) throws WireException {
    VolumeShape said = header.shape();
    int tiles = header.mosaic() ? (int) Math.ceil(Math.sqrt(said.nz())) : 1;
    Mosaic slices = new Mosaic(said, tiles);
    long length = dataBytes.orElse(slices.voxels() * header.format().bytes());
    if (slices.voxels() * header.format().bytes() > MOST_BYTES) {
      throw WireException.field(
          "numPixelsRead, numPixelsPhase, numSlices", said, "a volume has at most 256 MiB");
    }
    if (length == slices.voxels() * header.format().bytes()) {
      return slices;
    }
    boolean whole =
        length == (long) said.nx() * said.ny() * header.format().bytes()
            && said.nx() % tiles == 0
            && said.ny() % tiles == 0;
    if (!header.mosaic() || !whole) {
      throw WireException.field(
          "size of data",
          length,
          "%s voxels of %s%s have %d bytes"
              .formatted(
                  said,
                  header.format(),
                  header.mosaic() ? " as a mosaic" : "",
                  slices.voxels() * header.format().bytes()));
    }
    return new Mosaic(new VolumeShape(said.nx() / tiles, said.ny() / tiles, said.nz()), tiles);
  }

  /** Voxels in the data, those of empty tiles included. */
  long voxels() {
    int slices = tiles == 1 ? shape.nz() : tiles * tiles;
    return (long) shape.nx() * shape.ny() * slices;
  }

  /** The same data, slice by slice. */
  byte[] slices(byte[] data, int bytesAVoxel) {
    if (tiles == 1) {
      return data;
    }
    int row = shape.nx() * bytesAVoxel;
    byte[] slices = new byte[row * shape.ny() * shape.nz()];
    for (int z = 0; z < shape.nz(); z++) {
      for (int y = 0; y < shape.ny(); y++) {
        int mosaicRow = z / tiles * shape.ny() + y;
        System.arraycopy(
            data, row * (mosaicRow * tiles + z % tiles), slices, row * (z * shape.ny() + y), row);
      }
    }
    return slices;
  }
}
