package io.mindstream.preprocess.quality;

import io.mindstream.preprocess.quality.HeadMotion.Displacement;
import io.mindstream.preprocess.quality.VolumeArrival.Arrival;
import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Measures the quality of one run, volume by volume: a pure function of the rows in their order, so
 * that adding the stored rows again restores it. A volume costs O(V + M), V voxels of the ROI and M
 * brain voxels outside it; kept are the last 64 volumes' voxels. Each measure says of the volumes
 * so far, never of those to come. tSNR, CNR and outliers look at up to 256 voxels, evenly spread.
 *
 * <p>Where the formulas are from: framewise displacement {@link HeadMotion}, without breathing
 * {@link BreathingNotch}, DVARS {@link BrainValues}, tSNR and CNR {@link VoxelMoments}, outliers
 * {@link OutlierVoxels}, ghosts {@link GhostRatio}.
 */
public final class QualityMeter {

  /** Volumes before which a spread over time says little. */
  private static final int ENOUGH_VOLUMES = 8;

  /** Volumes before which a median deviation is so uncertain that good voxels are outliers. */
  private static final int ENOUGH_TO_JUDGE = 16;

  /** Volumes of a condition before which its variance says nothing. */
  private static final int ENOUGH_OF_CONDITION = 2;

  /** Voxels that outliers, tSNR and CNR are taken from, where there are more. */
  private static final int SAMPLED = 256;

  private final QualityLimits limits;
  private final HeadMotion head;
  private final SignalDrift signal;
  private final EvenSample ofBrain = new EvenSample(SAMPLED);
  private final EvenSample ofRoi = new EvenSample(SAMPLED);
  private final VolumeArrival arrivals = new VolumeArrival();
  private final BrainValues brain = new BrainValues();
  private final OutlierVoxels outliers = new OutlierVoxels();
  private final VoxelMoments all = new VoxelMoments();
  private final VoxelMoments inTrials = new VoxelMoments();
  private final VoxelMoments between = new VoxelMoments();
  private final QualityTotals totals = new QualityTotals();

  /** A run of which no volume is known yet. */
  public QualityMeter(QualityLimits limits, double repetitionTimeSeconds) {
    this.limits = limits;
    this.head = new HeadMotion(repetitionTimeSeconds);
    this.signal = new SignalDrift(repetitionTimeSeconds);
  }

  /**
   * Adds the run's next volume. Indices ascend; those passed over are missing.
   *
   * @return its quality
   * @throws IllegalArgumentException where the index is not above that of the volume before
   */
  public VolumeQuality add(QualityRow row) {
    Arrival arrival = arrivals.add(row.index(), row.acquiredAt(), row.receivedAt());
    VolumeQuality.Builder quality =
        VolumeQuality.newBuilder()
            .setIndex(row.index())
            .setAcquiredAt(row.acquiredAt())
            .setReceivedAt(row.receivedAt())
            .setMissingBefore(arrival.missing())
            .setArrivalJitterSeconds(arrival.jitter());
    VolumeFlags flags = new VolumeFlags(limits);
    flags.arrival(arrival);
    if (row.refused()) {
      flags.refused();
    } else {
      motion(row, quality, flags);
      values(row, quality, flags);
    }
    VolumeQuality measured = quality.setFlags(flags.names()).build();
    totals.add(measured);
    return measured;
  }

  /**
   * The run's summary.
   *
   * @param runVolumes how many volumes the run has, those missing at its end too
   */
  public RunQuality summary(int runVolumes) {
    return totals.of(runVolumes);
  }

  private void motion(QualityRow row, VolumeQuality.Builder quality, VolumeFlags flags) {
    Displacement moved = head.add(row.index(), row.motion());
    quality
        .setMotion(Arrays.stream(row.motion()).boxed().toList())
        .setFramewiseDisplacement(moved.plain())
        .setFramewiseDisplacementNotched(moved.notched());
    flags.moved(moved.judged());
  }

  private void values(QualityRow row, VolumeQuality.Builder quality, VolumeFlags flags) {
    brain.add(row.roi(), row.outside());
    outliers.add(ofBrain.of(brain.values()));
    float[] sampled = ofRoi.of(row.roi());
    all.add(sampled);
    (row.inTrial() ? inTrials : between).add(sampled);
    signal.add(row.index(), brain.roiMean());
    boolean enough = all.volumes() >= ENOUGH_VOLUMES;
    Double change = brain.change();
    Double outlierShare = enough ? outliers.share() : null;
    Double ghost = Double.isNaN(row.ghostRatio()) ? null : row.ghostRatio();
    quality
        .setDvars(known(change))
        .setOutlierShare(known(outlierShare))
        .setGhostRatio(known(ghost))
        .setTsnr(enough ? known(all.signalToNoise()) : null)
        .setCnr(known(contrast()))
        .setDrift(enough ? known(signal.percentAMinute()) : null)
        .setMeanSignal(brain.roiMean());
    flags.values(change, all.volumes() >= ENOUGH_TO_JUDGE ? outlierShare : null, ghost);
  }

  /** A volume of one value, or of none but 0, has measures that are no numbers. */
  private static @Nullable Double known(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }

  private @Nullable Double contrast() {
    boolean both = Math.min(inTrials.volumes(), between.volumes()) >= ENOUGH_OF_CONDITION;
    return both ? inTrials.contrastToNoise(between) : null;
  }
}
