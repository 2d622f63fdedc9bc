package io.mindstream.storage.document;

import io.mindstream.schemas.avro.RunQuality;
import org.jspecify.annotations.Nullable;

/**
 * How good a run's data were; what was not measured is left out. For the formulas see the schema of
 * the topic scanner.quality.
 *
 * @param volumes how many volumes were read
 * @param missing how many were missing or refused
 * @param flaggedVolumes how many carry a flag that is more than a note
 * @param meanFramewiseDisplacementMillimetres mean over the volumes
 * @param maxFramewiseDisplacementMillimetres largest of all volumes
 * @param meanDvarsPercent mean over the volumes
 * @param tsnr of the ROI, median over its voxels
 * @param cnr of the ROI, trials against what lies between them
 * @param driftPercentPerMinute of the ROI's mean signal
 * @param meanGhostRatio N/2 ghost against the brain
 * @param maxArrivalJitterSeconds how late a volume came at most
 */
public record QualitySummary(
    int volumes,
    int missing,
    int flaggedVolumes,
    @Nullable Double meanFramewiseDisplacementMillimetres,
    @Nullable Double maxFramewiseDisplacementMillimetres,
    @Nullable Double meanDvarsPercent,
    @Nullable Double tsnr,
    @Nullable Double cnr,
    @Nullable Double driftPercentPerMinute,
    @Nullable Double meanGhostRatio,
    @Nullable Double maxArrivalJitterSeconds) {

  /** That of a record. */
  public static QualitySummary of(RunQuality quality) {
    return new QualitySummary(
        quality.getVolumes(),
        quality.getMissing(),
        quality.getFlaggedVolumes(),
        quality.getMeanFramewiseDisplacement().orElse(null),
        quality.getMaxFramewiseDisplacement().orElse(null),
        quality.getMeanDvars().orElse(null),
        quality.getTsnr().orElse(null),
        quality.getCnr().orElse(null),
        quality.getDrift().orElse(null),
        quality.getMeanGhostRatio().orElse(null),
        quality.getMaxArrivalJitterSeconds().orElse(null));
  }
}
