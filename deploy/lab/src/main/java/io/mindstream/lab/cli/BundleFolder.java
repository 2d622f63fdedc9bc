package io.mindstream.lab.cli;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.lab.examples.RecordedTrials;
import io.mindstream.lab.examples.SimulatedTrials;
import io.mindstream.lab.examples.TrainingSplit;
import io.mindstream.lab.training.TrainedDecoder;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that a trained bundle says of its vectors: recipe, region, and what was trained on.
 *
 * @param folder of the bundle
 * @param recipe how its vectors are made
 * @param ownWindows true where window delays of events are to be taken whatever was trained on
 * @param recorded the trials; empty for those of the simulated subject
 * @param err where what is to be known is told
 */
record BundleFolder(
    Path folder,
    VectorRecipe recipe,
    boolean ownWindows,
    Optional<RecordedTrials> recorded,
    PrintWriter err) {

  /**
   * Writes the bundle.
   *
   * @param id name of the model
   * @param source where the weights come from, in words
   */
  BundleDescription write(TrainedDecoder trained, String id, String source) throws IOException {
    RoiMask roi =
        recorded
            .map(RecordedTrials::roi)
            .orElseGet(() -> SimulatedTrials.roi(SimulationSettings.defaults()));
    BundleDescription written = trained.write(folder, id, source, origin(roi));
    writeRegion(roi);
    if (recorded.isPresent()) {
      TrainingSplit.of(recorded.get()).write(folder);
    }
    return written;
  }

  private VectorOrigin origin(RoiMask roi) {
    boolean trainedOnSuch = recorded.map(RecordedTrials::haveOwnDelays).orElse(false);
    if (trainedOnSuch) {
      err.println("training events have window delays of their own: the model takes such");
    }
    return recipe.origin(roi, ownWindows || trainedOnSuch);
  }

  /** A series too large for a record costs its region, not the training. */
  private void writeRegion(RoiMask roi) throws IOException {
    try {
      RegionFile.write(folder, roi, recorded.map(RecordedTrials::drawnOn));
    } catch (RoiException e) {
      err.println("the bundle brings no region along: " + e.getMessage());
    }
  }
}
