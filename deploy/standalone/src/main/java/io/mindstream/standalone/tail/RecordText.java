package io.mindstream.standalone.tail;

import io.mindstream.imaging.roi.RoiText;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/** What a record says, in a few words; counts of volumes from 0, as the records have it. */
final class RecordText {

  private RecordText() {}

  static String of(SpecificRecord value) {
    if (value instanceof RunHeader run) {
      return run(run);
    } else if (value instanceof BoldVolume volume) {
      return text(
          "volume %d, %d x %d x %d %s",
          volume.getIndex(), volume.getNx(), volume.getNy(), volume.getNz(), volume.getType());
    } else if (value instanceof StimulusEvent event) {
      return text(
          "trial %d %s, onset %.3f s for %.3f s",
          event.getTrialIndex(),
          event.getTrialType(),
          event.getOnsetSeconds(),
          event.getDurationSeconds());
    } else if (value instanceof RoiMask roi) {
      return "ROI of " + RoiText.of(roi);
    } else if (value instanceof ScanQuality quality) {
      return QualityText.of(quality);
    }
    return ofDecoder(value);
  }

  private static String ofDecoder(SpecificRecord value) {
    if (value instanceof VoxelVector vector) {
      return text(
          "trial %d %s%s, %d voxels over volumes %d to %d (%d of %d), normalisation %s%s",
          vector.getTrialIndex(),
          vector.getTrialType(),
          revision(vector.getRevision(), vector.getLastRevision()),
          vector.getValues().size(),
          vector.getFirstVolume(),
          vector.getLastVolume(),
          vector.getVolumesUsed(),
          vector.getVolumesExpected(),
          vector.getNormalisation().name().toLowerCase(Locale.ROOT),
          doubts(vector.getQualityFlags()));
    } else if (value instanceof DecodedImage image) {
      return text(
          "trial %d %s%s, sample %d of %d, %d x %d, model %s%s, %.0f ms%s",
          image.getTrialIndex(),
          image.getTrialType(),
          revision(image.getRevision(), image.getLastRevision()),
          image.getSampleIndex() + 1,
          image.getSamples(),
          image.getWidth(),
          image.getHeight(),
          image.getModelId(),
          image.getModelTrained() ? "" : " (untrained)",
          image.getEncodeMillis() + image.getSampleMillis() + image.getDecodeMillis(),
          doubts(image.getQualityFlags()));
    } else if (value instanceof Preview preview) {
      return text(
          "trial %d, sample %d, step %d of %d",
          preview.getTrialIndex(),
          preview.getSampleIndex() + 1,
          preview.getStep(),
          preview.getSteps());
    } else if (value instanceof DeadLetter letter) {
      return text("%s from %s: %s", letter.getCode(), letter.getTopic(), letter.getMessage());
    }
    return value.getSchema().getName();
  }

  /** Of a trial that has several answers. */
  private static String revision(int revision, boolean last) {
    return revision == 1 && last ? "" : ", revision " + revision + (last ? ", the last" : "");
  }

  private static String doubts(List<String> flags) {
    return flags.isEmpty() ? "" : ", " + String.join(" ", flags);
  }

  private static String run(RunHeader run) {
    String much =
        run.getPublishedVolumes()
            .or(run::getExpectedVolumes)
            .map(volumes -> ", " + volumes + " volumes")
            .orElse("");
    return text(
        "%s, TR %.3f s, ROI %s%s, %s%s",
        run.getState(),
        run.getRepetitionTimeSeconds(),
        run.getRoiId(),
        much,
        run.getSource(),
        run.getReason().map(reason -> ": " + reason).orElse(""));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
