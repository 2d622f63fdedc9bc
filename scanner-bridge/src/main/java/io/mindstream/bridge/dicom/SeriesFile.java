package io.mindstream.bridge.dicom;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.series.BidsSidecar;
import io.mindstream.imaging.dicom.series.RepetitionTime;
import io.mindstream.imaging.dicom.series.WholeVolume;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A series as NIfTI with its BIDS sidecar.
 *
 * @param nifti ends in .nii or .nii.gz
 */
public record SeriesFile(Path nifti) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The name of the n-th of several series, origin 1: OUT-1.nii.gz. */
  public SeriesFile numbered(int number) {
    String name = String.valueOf(nifti.getFileName());
    return new SeriesFile(
        nifti.resolveSibling(stem(name) + "-" + number + name.substring(stem(name).length())));
  }

  /**
   * Writes whole volumes one behind the other.
   *
   * @throws DicomException where pixels are damaged, or volumes are spread over several objects
   * @throws io.mindstream.imaging.nifti.NiftiException where the file cannot be written
   */
  public void write(List<WholeVolume> volumes) {
    if (volumes.stream().anyMatch(volume -> volume.beside(volumes.get(0)))) {
      throw new DicomException(
          nifti.toString(),
          "is not written: the series' volumes lie beside each other, so that each is spread over"
              + " several objects; only those are put together that are parts of one image"
              + " (a concatenation), or that hold one slice each");
    }
    VolumeData first = volumes.get(0).data();
    NiftiHeader header = header(volumes, first, one(volumes, first));
    try (NiftiWriter writer = NiftiWriter.create(nifti, header)) {
      for (WholeVolume volume : volumes) {
        VolumeData data = volume == volumes.get(0) ? first : volume.data();
        writer.write(voxels(data, volume, header));
      }
    }
    sidecar(volumes);
  }

  /** True where all volumes may share the first one's type and scaling. */
  private static boolean one(List<WholeVolume> volumes, VolumeData first) {
    return volumes.stream().allMatch(volume -> volume.scaledLike(first));
  }

  private static NiftiHeader header(List<WholeVolume> volumes, VolumeData first, boolean one) {
    WholeVolume volume = volumes.get(0);
    NiftiType type = one ? type(first.type()) : NiftiType.FLOAT32;
    NiftiHeader header =
        NiftiHeader.of(
            volume.geometry(), volumes.size(), type, RepetitionTime.seconds(first(volumes)));
    return type == NiftiType.FLOAT32
        ? header
        : header.withScaling(first.slope(), first.intercept());
  }

  private static ByteBuffer voxels(VolumeData data, WholeVolume volume, NiftiHeader header) {
    if (header.type().stored() == data.type() && header.type() != NiftiType.FLOAT32) {
      return data.bytes();
    }
    StoredVoxels view = data.view(volume.shape());
    ByteBuffer scaled = ByteBuffer.allocate(4 * view.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < view.size(); i++) {
      scaled.putFloat((float) view.value(i));
    }
    return scaled.flip();
  }

  private static NiftiType type(StoredVoxels.Type stored) {
    return switch (stored) {
      case INT16 -> NiftiType.INT16;
      case UINT16 -> NiftiType.UINT16;
      case FLOAT32 -> NiftiType.FLOAT32;
    };
  }

  private void sidecar(List<WholeVolume> volumes) {
    String name = String.valueOf(nifti.getFileName());
    Path file = nifti.resolveSibling(stem(name) + ".json");
    Map<String, Object> fields = BidsSidecar.fields(first(volumes));
    try {
      Files.writeString(file, JSON.writeValueAsString(fields) + System.lineSeparator());
    } catch (IOException e) {
      throw new DicomException(
          file.toString(), "cannot be written (" + e.getMessage() + "); check the folder", e);
    }
  }

  private static List<WholeVolume> first(List<WholeVolume> volumes) {
    return volumes.subList(0, Math.min(2, volumes.size()));
  }

  private static String stem(String name) {
    return name.replaceFirst("\\.nii(\\.gz)?$", "");
  }
}
