package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;

/** The trials of a run, however they are cut. Nothing but {@link TrialEmitter} lets them out. */
interface Trials {

  /** True where each event is a trial; false where the run is cut whatever the events. */
  boolean perEvent();

  /**
   * Checks that the run can be cut at all.
   *
   * @throws PipelineException with INVALID_RECORD where it can't
   */
  void requireFit(Run run);

  /**
   * Makes a new event's trial wait for its window, which may be over already.
   *
   * @param order of the event among the run's, as they were read
   * @throws PipelineException where its window can't be had
   */
  void expect(Run run, StimulusEvent event, int order, ScannerRecord source);

  /**
   * Sends the vector of every trial whose window is over and that was not sent before; a trial that
   * can't be had goes to the dead letters.
   *
   * @param run an active run
   * @return the run, with what was sent noted
   */
  Run emitDue(Run run);
}
