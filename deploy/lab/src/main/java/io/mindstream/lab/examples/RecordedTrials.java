package io.mindstream.lab.examples;

import static java.util.Objects.requireNonNull;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.imaging.bids.StimulusPictures;
import io.mindstream.lab.examples.FeedTrials.FeedTrial;
import io.mindstream.lab.training.TrainingException;
import io.mindstream.lab.training.TrainingSet;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Trials of recorded runs, for training. Few trials have to teach much: each is shown again and
 * again, after other trials ({@link ShuffledRun}), with part of its volumes, blended with another
 * trial of its category, and, each time it is drawn, mixed with any other ({@link RidgeMixing}).
 * Where a picture is known for each trial ({@link TrialPictures}), its trials are not blended: each
 * has its own.
 */
public final class RecordedTrials {

  private static final double LARGEST_BLEND = 0.5;

  private final RoiMask roi;
  private final Path drawnOn;
  private final VectorRecipe recipe;
  private final StimulusPictures pictures;
  private final List<Source> sources = new ArrayList<>();

  /** A run in its three forms. */
  private record Source(RecordedRun run, DetrendedRun detrended, List<FeedTrial> trials) {}

  private RecordedTrials(BidsReplay replay, VectorRecipe recipe) {
    this.roi = replay.roi();
    this.drawnOn = replay.drawnOn();
    this.recipe = recipe;
    this.pictures = replay.pictures();
    replay.runs().stream()
        .map(run -> RecordedRun.read(run, roi))
        .filter(run -> !run.events().isEmpty())
        .forEach(
            run -> sources.add(new Source(run, new DetrendedRun(run), FeedTrials.of(run, recipe))));
    if (sources.stream().allMatch(source -> source.trials.isEmpty())) {
      throw new TrainingException(
          replay.description() + ": the runs have no trials; put an _events.tsv beside each");
    }
  }

  /**
   * Reads runs.
   *
   * @param folder runs in BIDS form
   * @param options which runs and which voxels
   */
  public static RecordedTrials read(Path folder, ReplayOptions options, VectorRecipe recipe) {
    return of(BidsReplay.open(folder, options), recipe);
  }

  /** Trials of a replay that is open already. */
  public static RecordedTrials of(BidsReplay replay, VectorRecipe recipe) {
    return new RecordedTrials(replay, recipe);
  }

  /** The voxels. */
  public RoiMask roi() {
    return roi;
  }

  /** A series that they lie on. */
  public Path drawnOn() {
    return drawnOn;
  }

  /** True where the event of any trial asks for another window delay than the recipe's. */
  public boolean haveOwnDelays() {
    return sources.stream()
        .flatMap(source -> source.trials.stream())
        .flatMap(trial -> trial.event().window().delaySeconds().stream())
        .anyMatch(own -> !VectorOrigin.sameDelay(own, recipe.windowDelaySeconds()));
  }

  /** Ids of the runs, in order. */
  public List<String> runNames() {
    return sources.stream().map(RecordedTrials::name).toList();
  }

  /** The trials as the pipeline makes them, run after run. */
  public List<RecordedTrial> trials() {
    List<RecordedTrial> trials = new ArrayList<>();
    for (Source source : sources) {
      for (FeedTrial trial : source.trials) {
        trials.add(
            new RecordedTrial(
                name(source),
                trial.type(),
                trial.vector(),
                standardised(source, trial.event()),
                source.detrended.standardised(trial.window())));
      }
    }
    return trials;
  }

  /** The trials as they are, with their pictures. */
  TrainingSet asRecorded(int pixels) {
    List<FeedTrial> all = sources.stream().flatMap(source -> source.trials.stream()).toList();
    return set(all, vectors(all), pixels);
  }

  /**
   * A training set.
   *
   * @param count how many pairs of vector and picture
   * @param seed decides order, volumes and blends
   * @param pixels edge length of the pictures
   * @throws TrainingException where a trial has no picture
   */
  public TrainingSet augmented(int count, long seed, int pixels) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FeedTrial> drawn = new ArrayList<>();
    for (int run = 0; drawn.size() < count; run++) {
      Source source = sources.get(run % sources.size());
      Source drifting = sources.get(random.nextInt(sources.size()));
      drawn.addAll(
          new ShuffledRun(
                  source.detrended,
                  source.trials,
                  drifting.detrended.slope(),
                  recipe,
                  source.run.repetitionTime())
              .draw(random));
    }
    List<FeedTrial> taken = drawn.subList(0, count);
    if (taken.stream().map(FeedTrial::event).anyMatch(TrialPictures::isOwn)) {
      return set(taken, vectors(taken), pixels);
    }
    TrainingSet set = set(taken, blended(taken, random), pixels);
    return set.mixed(RidgeMixing.of(set));
  }

  private static float[][] vectors(List<FeedTrial> trials) {
    return trials.stream().map(FeedTrial::vector).toArray(float[][]::new);
  }

  private TrainingSet set(List<FeedTrial> trials, float[][] vectors, int pixels) {
    TrialPictures shown = new TrialPictures(pictures, pixels);
    return TrainingSet.of(
        vectors,
        trials.stream().map(trial -> shown.of(trial.event())).toList(),
        trials.stream().map(FeedTrial::type).toList(),
        roi.getRoiId());
  }

  /** A window that would end after the run ends with it. */
  private static float[] standardised(Source source, FeedMessage.Event event) {
    TrialWindow window =
        WindowMode.PerEvent.STANDARD.window(
            event.onsetSeconds(), event.durationSeconds(), source.run.repetitionTime());
    int last = Math.min(window.last(), source.run.volumes() - 1);
    return source.detrended.standardised(new TrialWindow(Math.min(window.first(), last), last));
  }

  private static float[][] blended(List<FeedTrial> trials, SplittableRandom random) {
    Map<String, List<FeedTrial>> byType =
        trials.stream().collect(Collectors.groupingBy(FeedTrial::type));
    float[][] vectors = new float[trials.size()][];
    for (int i = 0; i < vectors.length; i++) {
      List<FeedTrial> alike = requireNonNull(byType.get(trials.get(i).type()));
      float[] other = alike.get(random.nextInt(alike.size())).vector();
      float share = (float) (LARGEST_BLEND * random.nextDouble());
      vectors[i] = trials.get(i).vector().clone();
      for (int v = 0; v < other.length; v++) {
        vectors[i][v] += share * (other[v] - vectors[i][v]);
      }
    }
    return vectors;
  }

  private static String name(Source source) {
    return source.run.description().runId().toString();
  }
}
