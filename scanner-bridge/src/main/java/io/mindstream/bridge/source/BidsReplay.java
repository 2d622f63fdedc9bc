package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.BidsFolder;
import io.mindstream.imaging.bids.BidsRun;
import io.mindstream.imaging.bids.RepetitionTime;
import io.mindstream.imaging.bids.StimulusPictures;
import io.mindstream.imaging.nifti.Decimal;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.RoiMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A folder in BIDS form, played again. Headers and events are read when it is opened, and
 * compressed series are read through once: see {@link OpenedRun}.
 */
public final class BidsReplay implements Feed {

  private final Path folder;
  private final RoiMask roi;
  private final Path drawnOn;
  private final StimulusPictures pictures;
  private final List<FeedRun> runs;
  private final List<String> problems;
  private final List<String> notes;

  private BidsReplay(
      Path folder,
      RoiMask roi,
      Path drawnOn,
      StimulusPictures pictures,
      List<FeedRun> runs,
      List<String> problems,
      List<String> notes) {
    this.folder = folder;
    this.roi = roi;
    this.drawnOn = drawnOn;
    this.pictures = pictures;
    this.runs = List.copyOf(runs);
    this.problems = List.copyOf(problems);
    this.notes = List.copyOf(notes);
  }

  /**
   * Opens a folder. A run that cannot be played becomes a problem of the feed, not a failure.
   *
   * @throws BidsException where no run can be played
   * @throws NiftiException where the mask is broken
   * @throws RoiException where the mask has no voxels, or several masks can be meant
   */
  public static BidsReplay open(Path folder, ReplayOptions options) {
    BidsFolder bids = BidsFolder.scan(folder, options.derivatives());
    List<String> problems = new ArrayList<>(bids.problems());
    List<OpenedRun> opened = openAll(bids, options, problems);
    if (opened.isEmpty()) {
      throw unplayable(folder, problems);
    }
    RoiMask roi = new ReplayRoi(bids, options).of(opened);
    List<FeedRun> runs = new ArrayList<>();
    for (OpenedRun run : opened) {
      try {
        RoiMasks.requireFits(roi, run.header(), run.run().bold().toString());
        runs.add(run.feedRun(bids, roi));
      } catch (RoiException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (runs.isEmpty()) {
      throw unplayable(folder, problems);
    }
    return new BidsReplay(
        folder,
        roi,
        opened.get(0).run().bold(),
        bids.pictures(),
        runs,
        problems,
        notes(bids, opened));
  }

  private static BidsException unplayable(Path folder, List<String> problems) {
    return new BidsException(
        folder,
        "no run can be played"
            + (problems.isEmpty() ? "; check --runs" : ": " + String.join("; ", problems)));
  }

  @Override
  public String description() {
    return folder.toString();
  }

  @Override
  public RoiMask roi() {
    return roi;
  }

  @Override
  public List<FeedRun> runs() {
    return runs;
  }

  @Override
  public List<String> problems() {
    return problems;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  /** The series that the region lies on: the first run's. */
  public Path drawnOn() {
    return drawnOn;
  }

  /** The data set's pictures. */
  public StimulusPictures pictures() {
    return pictures;
  }

  private static List<OpenedRun> openAll(
      BidsFolder bids, ReplayOptions options, List<String> problems) {
    List<OpenedRun> opened = new ArrayList<>();
    for (BidsRun run : bids.runs()) {
      if (!options.selects(run.runId().run())) {
        continue;
      }
      try {
        opened.add(OpenedRun.of(bids, run, problems));
      } catch (NiftiException | BidsException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return opened;
  }

  /** What was taken, and from where: a TR that many runs share is one line. */
  private static List<String> notes(BidsFolder bids, List<OpenedRun> runs) {
    Map<RepetitionTime, List<OpenedRun>> byTime =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    OpenedRun::repetitionTime, LinkedHashMap::new, Collectors.toList()));
    List<String> notes = new ArrayList<>(bids.notes());
    byTime.forEach(
        (time, alike) ->
            notes.add(
                "TR %s s of %s: %s"
                    .formatted(
                        Decimal.text(time.seconds()),
                        alike.size() == 1 ? alike.get(0).run().runId() : alike.size() + " runs",
                        time.origin())));
    runs.forEach(run -> notes.addAll(run.notes()));
    return notes;
  }
}
