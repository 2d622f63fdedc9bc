package io.mindstream.imaging.roi;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.RoiReference;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;

/**
 * The BOLD image of an earlier session that a mask was drawn on, small enough to go with the mask:
 * integers stay as they are, other numbers become INT16 with a slope.
 *
 * @param header grid and place
 * @param voxels for the mask's record
 * @param note what was made of the file, for people; empty for one image taken as it is
 */
record ReferenceImage(NiftiHeader header, RoiReference voxels, String note) {

  /** Left of a record for the mask itself. */
  private static final int MASK_BYTES = 1024 * 1024;

  /**
   * Reads one. Of a series the mean is taken.
   *
   * @throws RoiException where it is too large for the topic, or shows nothing
   * @throws io.mindstream.imaging.nifti.NiftiException where the file cannot be read
   */
  static ReferenceImage read(Path file) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      NiftiHeader header = reader.header();
      requireSmall(file, header);
      if (header.volumes() > 1) {
        String note = "%s: the mean of its %d volumes is the reference";
        return scaled(
            file, header, MeanVolume.of(file).values(), note.formatted(file, header.volumes()));
      }
      VolumeData volume = reader.next();
      StoredVoxels view = volume.view(header.shape());
      double[] values = IntStream.range(0, view.size()).mapToDouble(view::value).toArray();
      if (volume.type() == StoredVoxels.Type.FLOAT32) {
        return scaled(file, header, values, "");
      }
      statistics(file, values);
      VoxelType type = VoxelType.valueOf(volume.type().name());
      return new ReferenceImage(
          header, record(type, volume.slope(), volume.intercept(), volume.bytes()), "");
    }
  }

  private static void requireSmall(Path file, NiftiHeader header) {
    int most = Topics.standard().rois().maxRecordBytes() - MASK_BYTES;
    long bytes = (long) header.shape().voxels() * Short.BYTES;
    if (bytes > most) {
      throw new RoiException(
          "%s: a reference of %s has %d bytes, a mask's record takes %d of them; give a BOLD image, on the mask's grid, of lower resolution"
              .formatted(file, header.shape(), bytes, most));
    }
  }

  private static ReferenceImage scaled(
      Path file, NiftiHeader header, double[] values, String note) {
    DoubleSummaryStatistics range = statistics(file, values);
    double slope = Math.max(range.getMax(), -range.getMin()) / Short.MAX_VALUE;
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putShort((short) (Double.isFinite(value) ? Math.round(value / slope) : 0));
    }
    return new ReferenceImage(header, record(VoxelType.INT16, slope, 0, bytes.flip()), note);
  }

  private static DoubleSummaryStatistics statistics(Path file, double[] values) {
    DoubleSummaryStatistics range =
        Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
    if (!(range.getMin() < range.getMax())) {
      throw new RoiException(
          file
              + ": the reference shows nothing: all voxels are the same; give another --reference");
    }
    return range;
  }

  private static RoiReference record(
      VoxelType type, double slope, double intercept, ByteBuffer bytes) {
    return RoiReference.newBuilder()
        .setType(type)
        .setSlope(slope)
        .setIntercept(intercept)
        .setVoxels(bytes)
        .build();
  }
}
