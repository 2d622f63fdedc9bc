package io.mindstream.bridge.recorded;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.storage.recording.RecordStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run's volumes as one NIfTI series: as they were published, or scaled to FLOAT32 where
 * they do not all have one scaling. A volume that is missing becomes one of zeros, since a series
 * has no gaps. The volumes are read twice.
 */
final class SeriesExport {

  private final RunHeader run;
  private final Supplier<RecordStream<BoldVolume>> volumes;
  private @Nullable BoldVolume first;
  private boolean uniform = true;
  private int last = -1;
  private int missing;

  SeriesExport(RunHeader run, Supplier<RecordStream<BoldVolume>> volumes) {
    this.run = run;
    this.volumes = volumes;
  }

  /**
   * Writes the series.
   *
   * @return how many volumes are missing in it
   * @throws FeedException where there is none, or they are out of order
   */
  int write(Path file) {
    look();
    BoldVolume like = first;
    if (like == null) {
      throw new FeedException("the recording of " + run.getRunId() + " has no volume to write");
    }
    try (RecordStream<BoldVolume> records = volumes.get();
        NiftiWriter writer = NiftiWriter.create(file, header(like))) {
      int next = 0;
      while (records.hasNext()) {
        BoldVolume volume = records.next().value();
        if (volume.getIndex() < next) {
          continue; // Published twice.
        }
        for (; next < volume.getIndex(); next++) {
          writer.write(ByteBuffer.allocate(bytes(like)));
        }
        writer.write(uniform ? volume.getVoxels() : scaled(volume));
        next++;
      }
    }
    return missing;
  }

  private void look() {
    try (RecordStream<BoldVolume> records = volumes.get()) {
      while (records.hasNext()) {
        look(records.next().value());
      }
    }
  }

  private void look(BoldVolume volume) {
    if (first == null) {
      first = BoldVolume.newBuilder(volume).setVoxels(ByteBuffer.allocate(0)).build();
    }
    uniform &=
        volume.getType() == first.getType()
            && volume.getSlope() == first.getSlope()
            && volume.getIntercept() == first.getIntercept();
    if (volume.getIndex() > last) {
      missing += volume.getIndex() - last - 1;
      last = volume.getIndex();
    } else if (volume.getIndex() != last) {
      throw new FeedException(
          "%s: volume %d came after volume %d; a series cannot be written in this order"
              .formatted(run.getRunId(), volume.getIndex(), last));
    }
  }

  private NiftiHeader header(BoldVolume like) {
    NiftiType type = uniform ? NiftiType.valueOf(like.getType().name()) : NiftiType.FLOAT32;
    NiftiHeader header =
        NiftiHeader.of(
            run.getGeometry(), last + 1, type, OptionalDouble.of(run.getRepetitionTimeSeconds()));
    return uniform ? header.withScaling(like.getSlope(), like.getIntercept()) : header;
  }

  private int bytes(BoldVolume like) {
    return (int) header(like).volumeBytes();
  }

  private static ByteBuffer scaled(BoldVolume volume) {
    StoredVoxels voxels =
        new StoredVoxels(
            new VolumeShape(volume.getNx(), volume.getNy(), volume.getNz()),
            StoredVoxels.Type.valueOf(volume.getType().name()),
            volume.getSlope(),
            volume.getIntercept(),
            volume.getVoxels());
    ByteBuffer floats =
        ByteBuffer.allocate(Float.BYTES * voxels.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int voxel = 0; voxel < voxels.size(); voxel++) {
      floats.putFloat((float) voxels.value(voxel));
    }
    return floats.flip();
  }
}
