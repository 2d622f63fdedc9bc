package io.mindstream.sink.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.checksum.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside one decoded picture: all that is needed to find the trial again and to make
 * the picture again. It follows from the record alone, so writing it twice writes the same bytes.
 *
 * @param format version of this document
 * @param runId run, as BIDS entities
 * @param trialIndex trial in the run, origin 0
 * @param trialType category shown
 * @param stimulusId name of the very picture shown, where known
 * @param onsetSeconds start of the stimulus from the run's volume 0
 * @param window volumes that were averaged
 * @param image the picture
 * @param model the model that made it
 * @param times when the trial passed each stage
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialMetadata(
    int format,
    String runId,
    int trialIndex,
    String trialType,
    @Nullable String stimulusId,
    double onsetSeconds,
    boolean simulated,
    Window window,
    Vector vector,
    Image image,
    Model model,
    Times times) {

  /** The averaged volumes: indices from 0, inclusive. */
  @Serdeable
  public record Window(int firstVolume, int lastVolume, int volumesUsed, int volumesExpected) {}

  /** How the voxel vector was made; what an older decoder did not say is left out. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Vector(
      @Nullable String normalisation,
      @Nullable Double windowDelaySeconds,
      @Nullable Integer steadyVolumes,
      @Nullable String roiId,
      @Nullable String roiChecksum) {}

  /** The picture: its key in the bucket, its size in pixels and bytes, its SHA-256 in hex. */
  @Serdeable
  public record Image(
      String key, int sampleIndex, int samples, int width, int height, int bytes, String sha256) {}

  /** What made the picture, and how long each part took. */
  @Serdeable
  public record Model(
      String id,
      String checksum,
      boolean trained,
      String sampler,
      int steps,
      double guidance,
      long seed,
      String device,
      double encodeMillis,
      double sampleMillis,
      double decodeMillis) {}

  /** UTC times of the stages. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Times(
      Instant lastVolumeAcquiredAt,
      Instant lastVolumeReceivedAt,
      Instant vectorEmittedAt,
      @Nullable Instant decodeStartedAt,
      @Nullable Instant decodeEndedAt) {}

  private static final int FORMAT = 1;

  /** The metadata of a decoded picture stored under a key. */
  public static TrialMetadata of(DecodedImage image, String key, byte[] png) {
    return new TrialMetadata(
        FORMAT,
        image.getRunId(),
        image.getTrialIndex(),
        image.getTrialType(),
        image.getStimulusId().orElse(null),
        image.getOnsetSeconds(),
        image.getSimulated(),
        new Window(
            image.getFirstVolume(),
            image.getLastVolume(),
            image.getVolumesUsed(),
            image.getVolumesExpected()),
        new Vector(
            image.getNormalisation().orElse(null),
            image.getWindowDelaySeconds().orElse(null),
            image.getSteadyVolumes().orElse(null),
            image.getRoiId().orElse(null),
            image.getRoiChecksum().orElse(null)),
        new Image(
            key,
            image.getSampleIndex(),
            image.getSamples(),
            image.getWidth(),
            image.getHeight(),
            png.length,
            Sha256.hex(png)),
        model(image),
        times(image));
  }

  private static Model model(DecodedImage image) {
    return new Model(
        image.getModelId(),
        image.getModelChecksum(),
        image.getModelTrained(),
        image.getSampler(),
        image.getSteps(),
        image.getGuidance(),
        image.getSeed(),
        image.getDevice(),
        image.getEncodeMillis(),
        image.getSampleMillis(),
        image.getDecodeMillis());
  }

  private static Times times(DecodedImage image) {
    var times = image.getTimes();
    return new Times(
        times.getLastVolumeAcquiredAt(),
        times.getLastVolumeReceivedAt(),
        times.getVectorEmittedAt(),
        times.getDecodeStartedAt().orElse(null),
        times.getDecodeEndedAt().orElse(null));
  }
}
