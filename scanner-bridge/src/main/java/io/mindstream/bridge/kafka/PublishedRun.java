package io.mindstream.bridge.kafka;

import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.RunLength;
import io.mindstream.schemas.avro.RunHeader;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as it appears in the topics.
 *
 * @param run what the feed says of it
 * @param length how long it will be, where the source knows
 * @param key its published id, the key of all its records
 * @param roiId the mask in decoder.rois
 * @param modelId the model asked for
 * @param startedAt wall time of volume 0, in microseconds
 */
public record PublishedRun(
    RunDescription run,
    Optional<RunLength> length,
    String key,
    String roiId,
    Optional<String> modelId,
    Instant startedAt) {

  /** The run that a header tells of. */
  public static PublishedRun of(RunHeader header) {
    return ScannerRecords.run(header);
  }
}
