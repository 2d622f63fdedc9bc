package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.BidsFolder;
import io.mindstream.imaging.bids.BidsRun;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.imaging.bids.RepetitionTime;
import io.mindstream.imaging.bids.SliceTimes;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.schemas.avro.RoiMask;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of a folder that can be played: its series is whole, its TR and its events are known.
 *
 * @param notes what a person should know of it, one line each
 */
record OpenedRun(
    BidsRun run,
    NiftiHeader header,
    RepetitionTime repetitionTime,
    List<Double> sliceTiming,
    List<EventRow> events,
    List<String> notes) {

  /**
   * Reads the header and the events, and a compressed series to its end: one that is damaged must
   * be refused before its first volume is published.
   *
   * @param problems hears of what costs trials, but not the run
   * @throws io.mindstream.imaging.nifti.NiftiException where the series cannot be used
   * @throws BidsException where TR or events cannot be used
   */
  static OpenedRun of(BidsFolder folder, BidsRun run, List<String> problems) {
    NiftiHeader header = NiftiReader.check(run.bold());
    RepetitionTime repetitionTime = RepetitionTime.of(run, header);
    List<String> notes = new ArrayList<>();
    if (run.events().isEmpty()) {
      problems.add(
          run.bold()
              + ": has no _events.tsv beside it or above it that its name fits, so the run has no"
              + " trials");
    }
    List<Double> slices = SliceTimes.of(run.sidecars(), header.shape().nz(), notes::add);
    List<EventRow> events =
        run.events().map(file -> EventsTsv.read(file, notes::add)).orElse(List.of());
    folder
        .pictures()
        .remarks(events)
        .forEach(remark -> notes.add(run.runId() + ": stim_file " + remark));
    return new OpenedRun(run, header, repetitionTime, slices, events, notes);
  }

  FeedRun feedRun(BidsFolder folder, RoiMask roi) {
    String source = run.bold().getParent() + "; region of interest: " + roi.getDescription();
    RunDescription description =
        new RunDescription(
            run.runId(), repetitionTime.seconds(), header.geometry(), source, false, sliceTiming);
    return new BidsReplayRun(
        description,
        new RunLength(header.volumes(), events.size()),
        run.bold(),
        events,
        new TrialEvents(folder.pictures()));
  }
}
