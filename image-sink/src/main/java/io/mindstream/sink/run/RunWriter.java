package io.mindstream.sink.run;

import io.mindstream.imaging.picture.ContactSheet;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.DatasetDescription;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.QualityDocument;
import io.mindstream.storage.document.QualitySummary;
import io.mindstream.storage.document.RunDocument;
import java.util.List;
import java.util.Optional;

/**
 * Writes what is kept of a run: its document when it begins and when it is over; then, with each of
 * its trials that is still stored, the document again and the contact sheet. All of it follows from
 * what is in the store, so that it does not matter which sink stored which trial, nor when one was
 * killed. Not for several threads.
 */
public final class RunWriter {

  /** Most trials on one contact sheet. */
  private static final int SHOWN = 240;

  private final ObjectStore store;
  private final TrialSummaries trials;
  private boolean described;

  /** Writes to a store. */
  public RunWriter(ObjectStore store) {
    this.store = store;
    this.trials = new TrialSummaries(store);
  }

  /**
   * A run began, or is over.
   *
   * @throws PipelineException where the header must not come in
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it
   */
  public void header(RunHeader header) {
    RecordGate.check(header);
    describe();
    put(keys(header.getRunId()).document(), RunDocument.of(header));
    trialsStored(header.getRunId());
  }

  /**
   * The quality of a run is known: its summary is kept, that of single volumes is only shown.
   *
   * @return whether it is a summary
   * @throws PipelineException where the record must not come in
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it
   */
  public boolean quality(ScanQuality record) {
    RecordGate.check(record);
    record
        .getSummary()
        .map(summary -> QualityDocument.of(record, summary))
        .ifPresent(document -> put(keys(record.getRunId()).quality(), document));
    return record.getSummary().isPresent();
  }

  /**
   * Trials of a run were stored, or its quality. Where the run goes on nothing is done.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it
   */
  public void trialsStored(String run) {
    RunKeys keys = keys(run);
    Documents.find(store, keys.document(), RunDocument.class)
        .filter(RunDocument::over)
        .ifPresent(over -> finish(over, keys));
  }

  /** The sheet first, so that where the document names trials, the sheet shows them. */
  private void finish(RunDocument run, RunKeys keys) {
    List<TrialSummary> own =
        trials.of(keys).stream()
            // An earlier play of the run may have had more trials.
            .filter(trial -> !trial.acquiredAt().isBefore(run.startedAt()))
            .toList();
    if (!own.isEmpty()) {
      store.put(keys.contactSheet(), sheet(run, own), "image/png");
    }
    List<RunDocument.Trial> lines = own.stream().map(TrialSummary::line).toList();
    put(keys.document(), run.with(lines, quality(run, keys).orElse(null)));
  }

  /** That of another play of the run is none. */
  private Optional<QualitySummary> quality(RunDocument run, RunKeys keys) {
    return Documents.find(store, keys.quality(), QualityDocument.class)
        .filter(quality -> quality.startedAt().equals(run.startedAt()))
        .map(QualityDocument::summary);
  }

  private static byte[] sheet(RunDocument run, List<TrialSummary> trials) {
    List<ContactSheet.Row> rows = trials.stream().limit(SHOWN).map(TrialSummary::row).toList();
    String shown =
        rows.size() < trials.size()
            ? "the first " + rows.size() + " of " + trials.size() + " trials"
            : trials.size() + " trials";
    int samples = rows.stream().mapToInt(row -> row.samples().size()).max().orElse(1);
    return ContactSheet.png(
        run.runId() + ", " + shown + ": shown on the left, decoded on the right", rows, samples);
  }

  private void put(String key, Object document) {
    store.put(key, Documents.write(document), Documents.CONTENT_TYPE);
  }

  private void describe() {
    if (!described) {
      store.put(
          RunKeys.DATASET_DESCRIPTION,
          Documents.write(DatasetDescription.ofResults()),
          Documents.CONTENT_TYPE);
      described = true;
    }
  }

  private static RunKeys keys(String run) {
    try {
      return RunKeys.of(run);
    } catch (IllegalArgumentException e) {
      throw new PipelineException(FailureCode.INVALID_RECORD, String.valueOf(e.getMessage()));
    }
  }
}
