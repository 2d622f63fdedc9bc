package io.mindstream.bridge.push;

import io.mindstream.bridge.live.RunStart;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.imaging.roi.MaskFile;
import io.mindstream.imaging.roi.MeanVolume;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How runs begin.
 *
 * @param options what senders do not say
 * @param mask the mask, where there is one
 * @param source where volumes come from, for people
 */
record PushedStart(PushOptions options, Optional<MaskFile> mask, String source) {

  private static final String FIRST = "the first volume";

  /**
   * From a run's first volume.
   *
   * @throws FeedException where there is no TR, or no mask that fits
   */
  RunStart of(RunId run, PushedVolume first) {
    double seconds = repetitionTime(first);
    RoiMask roi = roi(run, first);
    return new RunStart(
        new RunDescription(
            run,
            seconds,
            first.grid().geometry(),
            source + "; region of interest: " + roi.getDescription(),
            false,
            first.about().sliceTiming().get()),
        roi);
  }

  private double repetitionTime(PushedVolume first) {
    double seconds =
        options.repetitionTimeSeconds().orElse(first.grid().repetitionTimeSeconds().orElse(0));
    if (!RunStart.plausible(seconds)) {
      throw new FeedException(
          "the sender says "
              + (seconds == 0 ? "no TR" : "a TR of " + seconds + " s")
              + "; give the TR in seconds by --tr, for example --tr 2");
    }
    return seconds;
  }

  private RoiMask roi(RunId run, PushedVolume first) {
    try {
      return mask.map(file -> file.on(first.grid(), run.toString(), false, run.subject()))
          .orElseGet(() -> aboveThreshold(run, first));
    } catch (RoiException e) {
      throw new FeedException(e);
    }
  }

  private RoiMask aboveThreshold(RunId run, PushedVolume first) {
    StoredVoxels voxels = first.data().view(first.grid().shape());
    double[] values = new double[voxels.size()];
    for (int voxel = 0; voxel < values.length; voxel++) {
      double value = voxels.value(voxel);
      values[voxel] = Double.isFinite(value) ? value : 0;
    }
    MeanVolume mean = new MeanVolume(first.grid().geometry(), values);
    OptionalInt count = options.expected().roiVoxels();
    return count.isPresent()
        ? RoiMasks.brightest(mean, count.getAsInt(), run.subject(), FIRST)
        : RoiMasks.aboveThreshold(mean, options.roiThreshold(), run.subject(), FIRST);
  }
}
