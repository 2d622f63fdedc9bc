package io.mindstream.lab.examples;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/** A folder of one run of 40 volumes, TR 2 s, whose voxels have the volume's index as value. */
public final class RampFolder {

  private static final VolumeShape SHAPE = new VolumeShape(2, 2, 1);
  private static final int VOLUMES = 40;

  private RampFolder() {}

  /** Eight trials; of the events, the first alone asks for a window: 4 s after it, 2 s long. */
  public static void write(Path folder) throws IOException {
    series(folder.resolve("sub-1_task-view_run-1_bold.nii"), VOLUMES, index -> index);
    series(folder.resolve("all_mask.nii"), 1, index -> 1);
    StringBuilder events = new StringBuilder("onset\tduration\twindow_delay\twindow_length\n");
    events.append("2\t4\t4\t2\n2\t4\tn/a\tn/a\n");
    for (int onset = 12; onset < 60; onset += 8) {
      events.append(onset).append("\t4\tn/a\tn/a\n");
    }
    Files.writeString(folder.resolve("sub-1_task-view_run-1_events.tsv"), events);
  }

  private static void series(Path file, int volumes, IntUnaryOperator value) {
    NiftiHeader header =
        new NiftiHeader(
            1,
            ByteOrder.LITTLE_ENDIAN,
            SHAPE,
            volumes,
            NiftiType.INT16,
            1,
            0,
            List.of(2.0, 2.0, 2.0),
            List.of(2.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0),
            OptionalDouble.of(2),
            0);
    try (NiftiWriter writer = NiftiWriter.create(file, header)) {
      for (int index = 0; index < volumes; index++) {
        ByteBuffer voxels =
            ByteBuffer.allocate((int) header.volumeBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int voxel = 0; voxel < SHAPE.voxels(); voxel++) {
          voxels.putShort((short) value.applyAsInt(index));
        }
        writer.write(voxels.flip());
      }
    }
  }
}
