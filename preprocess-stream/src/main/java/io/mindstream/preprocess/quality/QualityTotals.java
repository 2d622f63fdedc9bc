package io.mindstream.preprocess.quality;

import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/** What a run's volumes come to. */
final class QualityTotals {

  private final SummaryStatistics displacement = new SummaryStatistics();
  private final SummaryStatistics change = new SummaryStatistics();
  private final SummaryStatistics ghost = new SummaryStatistics();
  private final SummaryStatistics jitter = new SummaryStatistics();
  private @Nullable Double signalToNoise;
  private @Nullable Double contrastToNoise;
  private @Nullable Double drift;
  private int usable;
  private int flagged;

  void add(VolumeQuality volume) {
    volume.getFramewiseDisplacement().ifPresent(displacement::addValue);
    volume.getDvars().ifPresent(change::addValue);
    volume.getGhostRatio().ifPresent(ghost::addValue);
    volume.getArrivalJitterSeconds().ifPresent(jitter::addValue);
    volume.getTsnr().ifPresent(value -> signalToNoise = value);
    volume.getCnr().ifPresent(value -> contrastToNoise = value);
    volume.getDrift().ifPresent(value -> drift = value);
    usable += volume.getFlags().contains(QualityFlag.REFUSED.name()) ? 0 : 1;
    flagged += volume.getFlags().stream().anyMatch(f -> QualityFlag.valueOf(f).bad()) ? 1 : 0;
  }

  /** The summary of a run that has {@code runVolumes} volumes, those missing at its end too. */
  RunQuality of(int runVolumes) {
    return RunQuality.newBuilder()
        .setVolumes(usable)
        .setMissing(Math.max(0, runVolumes - usable))
        .setMeanFramewiseDisplacement(known(displacement, displacement.getMean()))
        .setMaxFramewiseDisplacement(known(displacement, displacement.getMax()))
        .setMeanDvars(known(change, change.getMean()))
        .setTsnr(signalToNoise)
        .setCnr(contrastToNoise)
        .setDrift(drift)
        .setMeanGhostRatio(known(ghost, ghost.getMean()))
        .setMaxArrivalJitterSeconds(known(jitter, jitter.getMax()))
        .setFlaggedVolumes(flagged)
        .build();
  }

  private static @Nullable Double known(SummaryStatistics values, double figure) {
    return values.getN() == 0 ? null : figure;
  }
}
