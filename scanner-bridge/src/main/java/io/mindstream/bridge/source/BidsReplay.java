package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.BidsFolder;
import io.mindstream.imaging.bids.BidsRun;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.imaging.bids.StimulusPictures;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.imaging.roi.MeanVolume;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.RoiMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder in BIDS form, played again. Headers and events are read when it is opened. */
public final class BidsReplay implements Feed {

  private final Path folder;
  private final RoiMask roi;
  private final StimulusPictures pictures;
  private final List<FeedRun> runs;
  private final List<String> problems;

  private BidsReplay(
      Path folder,
      RoiMask roi,
      StimulusPictures pictures,
      List<FeedRun> runs,
      List<String> problems) {
    this.folder = folder;
    this.roi = roi;
    this.pictures = pictures;
    this.runs = List.copyOf(runs);
    this.problems = List.copyOf(problems);
  }

  /**
   * Opens a folder. A run that cannot be played becomes a problem of the feed, not a failure.
   *
   * @throws BidsException where no run can be played
   * @throws NiftiException where the mask, or the run that the default mask is made from, is broken
   * @throws RoiException where the mask has no voxels, or was drawn on another grid than all runs
   */
  public static BidsReplay open(Path folder, ReplayOptions options) {
    BidsFolder bids = BidsFolder.scan(folder);
    List<String> problems = new ArrayList<>(bids.problems());
    List<OpenedRun> opened = openAll(bids, options, problems);
    if (opened.isEmpty()) {
      throw new BidsException(
          folder, "no run can be played" + (problems.isEmpty() ? "" : ": " + problems.get(0)));
    }
    RoiMask roi = roi(bids, opened.get(0), options);
    List<FeedRun> runs = new ArrayList<>();
    for (OpenedRun run : opened) {
      try {
        RoiMasks.requireFits(roi, run.header().shape(), run.run().bold().toString());
        runs.add(run.feedRun(roi, bids.pictures()));
      } catch (RoiException | BidsException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (runs.isEmpty()) {
      throw new BidsException(folder, "no run can be played: " + problems.get(0));
    }
    return new BidsReplay(folder, roi, bids.pictures(), runs, problems);
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
      try (NiftiReader reader = NiftiReader.open(run.bold())) {
        opened.add(new OpenedRun(run, reader.header(), events(run, problems)));
      } catch (NiftiException | BidsException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return opened;
  }

  private static List<EventRow> events(BidsRun run, List<String> problems) {
    if (run.events().isEmpty()) {
      problems.add(run.bold() + ": has no _events.tsv beside it, so the run has no trials");
    }
    return run.events().map(EventsTsv::read).orElse(List.of());
  }

  private static RoiMask roi(BidsFolder bids, OpenedRun first, ReplayOptions options) {
    return options
        .voxels()
        .map(voxels -> voxels.on(first.header().geometry()))
        .orElseGet(() -> maskOrThreshold(bids, first, options));
  }

  private static RoiMask maskOrThreshold(BidsFolder bids, OpenedRun first, ReplayOptions options) {
    String subject = first.run().runId().subject();
    return options
        .mask()
        .or(bids::mask)
        .map(file -> RoiMasks.fromFile(file, subject))
        .orElseGet(
            () ->
                RoiMasks.aboveThreshold(
                    MeanVolume.of(first.run().bold()),
                    options.roiThreshold(),
                    subject,
                    first.run().runId().toString()));
  }

  /** A run whose header and events could be read. */
  private record OpenedRun(BidsRun run, NiftiHeader header, List<EventRow> events) {

    FeedRun feedRun(RoiMask roi, StimulusPictures pictures) {
      String source = run.bold().getParent() + "; region of interest: " + roi.getDescription();
      RunDescription description =
          new RunDescription(run.runId(), repetitionTime(), header.geometry(), source, false);
      return new BidsReplayRun(
          description,
          new RunLength(header.volumes(), events.size()),
          run.bold(),
          events,
          new TrialEvents(pictures));
    }

    private double repetitionTime() {
      return run.repetitionTimeSeconds()
          .orElseGet(
              () ->
                  header
                      .repetitionTimeSeconds()
                      .orElseThrow(
                          () ->
                              new BidsException(
                                  run.bold(),
                                  "neither the header's pixdim[4] nor a sidecar has a TR;"
                                      + " put RepetitionTime in seconds into its _bold.json")));
    }
  }
}
