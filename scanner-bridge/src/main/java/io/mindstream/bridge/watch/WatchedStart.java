package io.mindstream.bridge.watch;

import io.mindstream.bridge.live.RunStart;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.roi.MaskFile;
import io.mindstream.imaging.roi.MeanVolume;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.RoiMask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of a watched run once its first volume is there. */
final class WatchedStart {

  private WatchedStart() {}

  /**
   * From the options, the folder and the first volume.
   *
   * @param notes hears of what is left out
   * @throws FeedException where there is no TR, or no mask that fits
   */
  static RunStart of(WatchOptions options, ScannedVolume first, Consumer<String> notes) {
    double repetitionTime = repetitionTime(options, first.header());
    RoiMask roi = roi(options, first);
    RunDescription run =
        new RunDescription(
            options.runId(),
            repetitionTime,
            first.header().geometry(),
            source(options, roi),
            false,
            WatchedSlices.times(options.folder(), first, notes));
    return new RunStart(run, roi);
  }

  /** Where such a run's volumes come from, for people. */
  static String source(WatchOptions options, RoiMask roi) {
    return options.folder() + "; region of interest: " + roi.getDescription();
  }

  private static double repetitionTime(WatchOptions options, NiftiHeader header) {
    double seconds =
        options.repetitionTimeSeconds().orElse(header.repetitionTimeSeconds().orElse(0));
    if (!RunStart.plausible(seconds)) {
      throw new FeedException(
          "the first volume's header has "
              + (seconds == 0 ? "no TR" : "a TR of " + seconds + " s")
              + " in pixdim[4]; give the TR in seconds by --tr, for example --tr 2");
    }
    return seconds;
  }

  private static RoiMask roi(WatchOptions options, ScannedVolume first) {
    String subject = options.runId().subject();
    try {
      Optional<Path> mask = options.mask();
      if (mask.isEmpty()) {
        mask = new VolumeFolder(options.folder()).mask();
      }
      return mask.map(file -> onGrid(MaskFile.read(file), first, subject))
          .orElseGet(() -> aboveThreshold(options, first, subject));
    } catch (RoiException | NiftiException e) {
      throw new FeedException(e);
    } catch (IOException e) {
      throw new FeedException(options.folder() + ": cannot be listed (" + e.getMessage() + ")");
    }
  }

  private static RoiMask onGrid(MaskFile mask, ScannedVolume first, String subject) {
    return mask.on(first.header(), first.file().toString(), false, subject);
  }

  private static RoiMask aboveThreshold(WatchOptions options, ScannedVolume first, String subject) {
    return RoiMasks.aboveThreshold(
        MeanVolume.of(first.file()),
        options.roiThreshold(),
        subject,
        String.valueOf(first.file().getFileName()));
  }
}
