package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.quality.QualityFlag;
import io.mindstream.preprocess.quality.QualityLimits;
import io.mindstream.preprocess.quality.QualityMeter;
import io.mindstream.preprocess.quality.QualityRow;
import io.mindstream.preprocess.quality.TrialFlags;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * All that is made of one run's volumes as they are added in order of index: their quality, and
 * what vectors need of them. A pure function of the rows and, for contrast, of the trials known.
 * Not thread-safe.
 */
public final class RunFold {

  private final FoldedRun run;
  private final QualityLimits limits;
  private final QualityMeter meter;
  private final VectorFold vectors;
  private final TrialTimes trials = new TrialTimes();
  private final TreeMap<Integer, VolumeQuality> measured = new TreeMap<>();

  /** A fold of no volumes yet. */
  public RunFold(VectorMethod method, FoldedRun run, QualityLimits limits) {
    this.run = run;
    this.limits = limits;
    this.meter = new QualityMeter(limits, run.repetitionTimeSeconds());
    this.vectors = method.fold(run);
  }

  /** As {@link VectorFold#expect}. */
  public boolean expect(FoldTrial trial) {
    trials.add(trial);
    return vectors.expect(trial);
  }

  /**
   * Adds a volume.
   *
   * @param index above those added before, origin 0
   * @param row read only; one that can't be averaged counts as refused
   */
  public void add(int index, VolumeRow row) {
    VolumeQuality quality =
        meter.add(
            new QualityRow(
                index,
                row.acquiredAt(),
                row.receivedAt(),
                row.values(),
                row.context().outside(),
                row.context().motion(),
                row.context().ghostRatio(),
                !row.usable(),
                trials.isInTrial(index * run.repetitionTimeSeconds())));
    measured.put(index, quality);
    if (row.usable()) {
      vectors.add(index, row, isSpike(quality));
    }
  }

  /** The vectors of its trials. */
  public VectorFold vectors() {
    return vectors;
  }

  /**
   * The quality of a volume.
   *
   * @param index of a volume that was added
   * @throws NoSuchElementException where it was not
   */
  public VolumeQuality quality(int index) {
    VolumeQuality quality = measured.get(index);
    if (quality == null) {
      throw new NoSuchElementException("volume " + index + " was not added");
    }
    return quality;
  }

  /** True where the values of a volume that was added should be doubted. */
  public boolean isSpike(int index) {
    return isSpike(quality(index));
  }

  /** Why a trial with this window should be doubted, as in the vector's record. */
  public List<String> flags(TrialWindow window) {
    return TrialFlags.of(
        List.copyOf(measured.subMap(window.first(), window.last() + 1).values()),
        window.volumes(),
        limits);
  }

  /** The run's summary; {@code volumes} as {@link QualityMeter#summary}. */
  public RunQuality summary(int volumes) {
    return meter.summary(volumes);
  }

  private static boolean isSpike(VolumeQuality quality) {
    return quality.getFlags().contains(QualityFlag.SPIKES.name())
        || quality.getFlags().contains(QualityFlag.MOTION.name());
  }
}
