package io.mindstream.lab.examples;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.bridge.source.ChosenVoxels;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.lab.training.TrainingException;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RoiChecksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * The file's content.
   *
   * @param roiIndices null where the bundle's region has the voxels
   * @param roiChecksum of that region; null where the voxels are in this file
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Stored(
      List<String> runs,
      String roiId,
      @Nullable List<Integer> roiIndices,
      @Nullable String roiChecksum,
      List<RecordedTrial> trials) {

    TrainingSplit in(Path bundle) {
      List<Integer> voxels = roiIndices != null ? roiIndices : regionOf(bundle).getIndices();
      return new TrainingSplit(runs, roiId, voxels, trials);
    }

    private RoiMask regionOf(Path bundle) {
      RoiMask region = RegionFile.read(bundle);
      if (!RoiChecksum.of(region).equals(roiChecksum)) {
        throw new TrainingException(
            bundle
                + " has another region than it was trained on; copy the bundle again, with all its"
                + " files, or train it anew");
      }
      return region;
    }
  }

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

  /** Puts the split into a bundle, after the bundle's region: its voxels are not said twice. */
  public void write(Path bundle) throws IOException {
    Optional<String> region =
        RegionFile.find(bundle)
            .filter(mask -> mask.getIndices().equals(roiIndices))
            .map(RoiChecksum::of);
    List<Integer> voxels = region.isPresent() ? null : roiIndices;
    JSON.writeValue(
        bundle.resolve(FILE).toFile(),
        new Stored(runs, roiId, voxels, region.orElse(null), trials));
  }

  /**
   * Reads the split of a bundle.
   *
   * @throws TrainingException where the bundle was not trained on recorded runs here, or its region
   *     is another than then
   * @throws io.mindstream.imaging.roi.RoiException where its region is missing
   */
  public static TrainingSplit read(Path bundle) throws IOException {
    Path file = bundle.resolve(FILE);
    if (!Files.exists(file)) {
      throw new TrainingException(
          bundle
              + " does not say which runs it was trained on ("
              + FILE
              + " is missing); train it with mindstream train --preset haxby");
    }
    return JSON.readValue(file.toFile(), Stored.class).in(bundle);
  }

  /** How to play runs for this model: with the voxels that it was trained on. */
  public ReplayOptions replay(List<String> labels) {
    return ReplayOptions.defaults()
        .withRuns(labels)
        .withVoxels(
            new ChosenVoxels(roiId, roiIndices, "the voxels that the model was trained on"));
  }
}
