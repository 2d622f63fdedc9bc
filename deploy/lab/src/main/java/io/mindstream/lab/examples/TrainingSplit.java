package io.mindstream.lab.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.bridge.source.ChosenVoxels;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.lab.training.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a model of recorded runs was trained on; kept in its bundle, so that an evaluation can prove
 * that no test run was among it, uses the same voxels, and can fit a linear classifier to the same
 * trials.
 *
 * @param runs ids of the training runs
 * @param roiId the ROI of the vectors
 * @param roiIndices linear indices of the voxels, in the order of the vectors
 * @param trials the training trials
 */
public record TrainingSplit(
    List<String> runs, String roiId, List<Integer> roiIndices, List<RecordedTrial> trials) {

  private static final String FILE = "training-split.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps lists of its own. */
  public TrainingSplit {
    runs = List.copyOf(runs);
    roiIndices = List.copyOf(roiIndices);
    trials = List.copyOf(trials);
  }

  /** The split of these trials. */
  public static TrainingSplit of(RecordedTrials read) {
    return new TrainingSplit(
        read.runNames(), read.roi().getRoiId(), read.roi().getIndices(), read.trials());
  }

  /** Puts the split into a bundle. */
  public void write(Path bundle) throws IOException {
    JSON.writeValue(bundle.resolve(FILE).toFile(), this);
  }

  /**
   * Reads the split of a bundle.
   *
   * @throws TrainingException where the bundle was not trained on recorded runs here
   */
  public static TrainingSplit read(Path bundle) throws IOException {
    return find(bundle)
        .orElseThrow(
            () ->
                new TrainingException(
                    bundle
                        + " does not say which runs it was trained on ("
                        + FILE
                        + " is missing); train it with mindstream train --preset haxby"));
  }

  /** The split of a bundle; empty where it was not trained on recorded runs here. */
  public static Optional<TrainingSplit> find(Path bundle) throws IOException {
    Path file = bundle.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), TrainingSplit.class))
        : Optional.empty();
  }

  /** How to play runs for this model: with the voxels that it was trained on. */
  public ReplayOptions replay(List<String> labels) {
    return ReplayOptions.defaults()
        .withRuns(labels)
        .withVoxels(
            new ChosenVoxels(roiId, roiIndices, "the voxels that the model was trained on"));
  }
}
