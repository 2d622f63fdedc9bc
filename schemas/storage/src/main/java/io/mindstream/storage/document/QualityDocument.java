package io.mindstream.storage.document;

import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.ScanQuality;
import java.time.Instant;

/**
 * {@code quality.json}: how good a run's data were. An object of its own, so that the sink which
 * hears of the quality and the one which hears of the run's end need not know of each other; {@code
 * run.json} repeats it.
 *
 * @param format version of this document
 * @param runId run, as BIDS entities
 * @param startedAt when the acquisition of volume 0 began, UTC: which play of the run this is of
 * @param summary the figures
 * @param software what wrote this
 */
public record QualityDocument(
    int format, String runId, Instant startedAt, QualitySummary summary, Software software) {

  /** The version that is written. */
  public static final int FORMAT = 1;

  /**
   * The document of a summary.
   *
   * @param record names the run
   */
  public static QualityDocument of(ScanQuality record, RunQuality summary) {
    return new QualityDocument(
        FORMAT,
        record.getRunId(),
        record.getStartedAt(),
        QualitySummary.of(summary),
        Software.THIS);
  }
}
