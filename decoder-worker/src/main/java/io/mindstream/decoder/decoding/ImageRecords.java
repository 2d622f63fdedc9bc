package io.mindstream.decoder.decoding;

import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.VoxelVector;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the image records of one trial.
 *
 * @param vector where the pictures come from
 * @param model the bundle that made them
 * @param device where it ran
 * @param startedAt when the worker began on the vector
 */
record ImageRecords(VoxelVector vector, ModelCard model, String device, Instant startedAt) {

  private static final double NANOS_A_MILLI = 1e6;

  /**
   * One record a sample, in order. Making the PNGs counts as decoding, as the record's
   * documentation says.
   */
  List<DecodedImage> of(DecodedTrial decoded, long[] seeds, Clock clock) {
    long begin = System.nanoTime();
    List<byte[]> pngs = decoded.images().stream().map(RgbImage::png).toList();
    double pngMillis = (System.nanoTime() - begin) / NANOS_A_MILLI;
    Instant endedAt = clock.instant();
    List<DecodedImage> records = new ArrayList<>();
    for (int sample = 0; sample < pngs.size(); sample++) {
      records.add(
          common(decoded)
              .setDecodeMillis(decoded.decodeMillis() + pngMillis)
              .setTimes(times(endedAt))
              .setSampleIndex(sample)
              .setSeed(seeds[sample])
              .setWidth(decoded.images().get(sample).width())
              .setHeight(decoded.images().get(sample).height())
              .setPng(ByteBuffer.wrap(pngs.get(sample)))
              .build());
    }
    return List.copyOf(records);
  }

  /** All that the trial's samples share. */
  private DecodedImage.Builder common(DecodedTrial decoded) {
    return DecodedImage.newBuilder()
        .setRunId(vector.getRunId())
        .setTrialIndex(vector.getTrialIndex())
        .setTrialType(vector.getTrialType())
        .setStimulusId(vector.getStimulusId().orElse(null))
        .setOnsetSeconds(vector.getOnsetSeconds())
        .setSamples(decoded.images().size())
        .setModelId(model.id())
        .setModelChecksum(model.weightsSha256())
        .setModelTrained(model.trained())
        .setSampler(decoded.method().sampler())
        .setSteps(decoded.method().steps())
        .setGuidance(decoded.method().guidance())
        .setEncodeMillis(decoded.encodeMillis())
        .setSampleMillis(decoded.sampleMillis())
        .setDevice(device)
        .setNormalisation(vector.getNormalisation().name().toLowerCase(Locale.ROOT))
        .setWindowDelaySeconds(vector.getWindowDelaySeconds().orElse(null))
        .setSteadyVolumes(vector.getSteadyVolumes().orElse(null))
        .setRoiId(vector.getRoiId())
        .setRoiChecksum(vector.getRoiChecksum().orElse(null))
        .setVolumesUsed(vector.getVolumesUsed())
        .setVolumesExpected(vector.getVolumesExpected())
        .setFirstVolume(vector.getFirstVolume())
        .setLastVolume(vector.getLastVolume())
        .setRecipe(vector.getRecipe().orElse(null))
        .setRevision(vector.getRevision())
        .setLastRevision(vector.getLastRevision())
        .setNewestVolume(vector.getNewestVolume().orElse(null))
        .setTrialsAveraged(vector.getTrialsAveraged())
        .setQualityFlags(vector.getQualityFlags())
        .setSimulated(vector.getSimulated());
  }

  private StageTimes times(Instant endedAt) {
    return StageTimes.newBuilder(vector.getTimes())
        .setDecodeStartedAt(startedAt)
        .setDecodeEndedAt(endedAt)
        .build();
  }
}
