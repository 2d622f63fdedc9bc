package io.mindstream.bridge.watch;

import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scanner writes into a folder: volumes of 6 x 5 x 4 voxels, TR 2 s.
 *
 * @param folder where it writes
 */
public record Volumes(Path folder) {

  private static final VolumeShape SHAPE = new VolumeShape(6, 5, 4);

  /** Writes a volume beside the folder and moves it there whole. */
  public void add(int number) {
    add(number, SHAPE, 1);
  }

  /** A file of another shape, or of several volumes. */
  public void add(int number, VolumeShape shape, int volumes) {
    String name = "vol_%04d.nii.gz".formatted(number);
    Path whole = Series.counting(folder.resolve("." + name + ".gz"), shape, volumes);
    try {
      Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Watches the folder until told to finish: a minute without a volume never comes in a test. */
  public static WatchOptions options(Path folder, String run) {
    return new WatchOptions(
        folder,
        RunId.parse(run),
        OptionalDouble.empty(),
        Optional.empty(),
        RoiMasks.DEFAULT_FRACTION,
        Optional.empty(),
        Duration.ofMinutes(1),
        false,
        true);
  }
}
