package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.storage.document.QualitySummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good one volume is; what is not known is null. For the formulas see the schema of the topic
 * scanner.quality.
 *
 * @param run run, as BIDS entities
 * @param volume position in the run, origin 0
 * @param at when the bridge had it whole, UTC
 * @param motion translation x, y, z in mm, rotation about x, y, z in degrees; empty where the run
 *     is not realigned
 * @param framewiseDisplacement mm
 * @param framewiseDisplacementNotched the same without breathing, mm
 * @param dvars percent
 * @param tsnr of the ROI
 * @param cnr of the ROI
 * @param outlierShare share of the brain's voxels
 * @param ghostRatio against the brain
 * @param drift percent a minute
 * @param meanSignal of the ROI, scanner units
 * @param jitterSeconds how late it came
 * @param missingBefore volumes that are missing right before it
 * @param flags what is bad about it, or only noted: MOVED, LATE
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Quality(
    String run,
    int volume,
    Instant at,
    List<Double> motion,
    @Nullable Double framewiseDisplacement,
    @Nullable Double framewiseDisplacementNotched,
    @Nullable Double dvars,
    @Nullable Double tsnr,
    @Nullable Double cnr,
    @Nullable Double outlierShare,
    @Nullable Double ghostRatio,
    @Nullable Double drift,
    @Nullable Double meanSignal,
    @Nullable Double jitterSeconds,
    int missingBefore,
    List<String> flags) {

  /** Copies the lists. */
  public Quality {
    motion = List.copyOf(motion);
    flags = List.copyOf(flags);
  }

  /** That of a record. */
  public static Quality of(String run, VolumeQuality volume) {
    return new Quality(
        run,
        volume.getIndex(),
        volume.getReceivedAt(),
        volume.getMotion(),
        volume.getFramewiseDisplacement().orElse(null),
        volume.getFramewiseDisplacementNotched().orElse(null),
        volume.getDvars().orElse(null),
        volume.getTsnr().orElse(null),
        volume.getCnr().orElse(null),
        volume.getOutlierShare().orElse(null),
        volume.getGhostRatio().orElse(null),
        volume.getDrift().orElse(null),
        volume.getMeanSignal().orElse(null),
        volume.getArrivalJitterSeconds().orElse(null),
        volume.getMissingBefore(),
        volume.getFlags());
  }

  /** The quality of a run: its volumes in order, and its summary once it is over. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Trace(String run, List<Quality> points, @Nullable QualitySummary summary) {

    /** Copies the list. */
    public Trace {
      points = List.copyOf(points);
    }
  }
}
