package io.mindstream.standalone.training;

import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.decoder.inference.RgbImage;
import io.mindstream.decoder.training.TrainingSet;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.standalone.training.FeedTrials.FeedTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Trials of recorded runs, for training. Few trials have to teach much: each is shown again and
 * again, with part of its volumes, blended with another trial of its category, and with another
 * drawing of what was seen.
 */
public final class RecordedTrials {

  private static final double LARGEST_BLEND = 0.5;

  private final RoiMask roi;
  private final List<Source> trials = new ArrayList<>();

  /** A trial and the run that it can be thinned in. */
  private record Source(FeedTrials run, FeedTrial trial) {}

  private RecordedTrials(BidsReplay replay, RoiMask roi) {
    this.roi = roi;
    for (FeedRun run : replay.runs()) {
      FeedTrials read = new FeedTrials(run, roi);
      read.trials().forEach(trial -> trials.add(new Source(read, trial)));
    }
  }

  /**
   * Reads runs.
   *
   * @param folder runs in BIDS form
   * @param options which runs and which voxels
   */
  public static RecordedTrials read(Path folder, ReplayOptions options) {
    BidsReplay replay = BidsReplay.open(folder, options);
    return new RecordedTrials(replay, replay.roi());
  }

  /**
   * Reads runs with the voxels of an earlier training.
   *
   * @param roiIndices linear indices, in the order of the vectors
   */
  public static RecordedTrials read(Path folder, ReplayOptions options, List<Integer> roiIndices) {
    BidsReplay replay = BidsReplay.open(folder, options);
    RoiMask trained = RoiMask.newBuilder(replay.roi()).setIndices(roiIndices).build();
    return new RecordedTrials(replay, trained);
  }

  /** The voxels. */
  public RoiMask roi() {
    return roi;
  }

  /** Ids of the runs that have trials, in order. */
  public List<String> runNames() {
    return trials.stream().map(source -> source.trial.run().toString()).distinct().toList();
  }

  /** The trials as the pipeline makes them, run after run. */
  public List<RecordedTrial> trials() {
    return trials.stream()
        .map(source -> source.trial)
        .map(trial -> new RecordedTrial(trial.run().toString(), trial.type(), trial.vector()))
        .toList();
  }

  /**
   * A training set of drawn pictures.
   *
   * @param count how many pairs of vector and picture
   * @param seed decides volumes, blends and drawings
   * @param pixels edge length of the pictures
   */
  public TrainingSet augmented(int count, long seed, int pixels) {
    Map<String, List<Source>> byType =
        trials.stream().collect(Collectors.groupingBy(source -> source.trial.type()));
    SplittableRandom random = new SplittableRandom(seed);
    float[][] vectors = new float[count][];
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Source source = trials.get(i % trials.size());
      List<Source> alike = java.util.Objects.requireNonNull(byType.get(source.trial.type()));
      vectors[i] = blend(source, alike.get(random.nextInt(alike.size())), random);
      int drawing = random.nextInt(Stimulus.FIRST_SCANNER_SEED);
      pictures.add(
          Drawings.draw(new Stimulus(Drawings.category(source.trial.type()), drawing), pixels));
    }
    return new TrainingSet(vectors, pictures, roi.getRoiId());
  }

  private static float[] blend(Source source, Source other, SplittableRandom random) {
    float[] vector = source.run.thinned(source.trial.window(), random);
    float[] second = other.run.thinned(other.trial.window(), random);
    float share = (float) (LARGEST_BLEND * random.nextDouble());
    for (int v = 0; v < vector.length; v++) {
      vector[v] += share * (second[v] - vector[v]);
    }
    return vector;
  }
}
