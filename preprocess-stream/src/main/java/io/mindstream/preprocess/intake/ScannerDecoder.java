package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of the scanner topics to records whose every field is as documented. */
final class ScannerDecoder {

  /** More volumes than any run has: 27 hours at a TR of 0.1 s. */
  private static final int MAX_VOLUMES = 1_000_000;

  private final Topics topics;
  private final AvroCodec<RunHeader> headers;
  private final AvroCodec<BoldVolume> volumes;
  private final AvroCodec<StimulusEvent> events;

  ScannerDecoder(Topics topics, SchemaRegistry registry) {
    this.topics = topics;
    this.headers = topics.runs().codec(registry);
    this.volumes = topics.volumes().codec(registry);
    this.events = topics.events().codec(registry);
  }

  /**
   * The checked record.
   *
   * @throws PipelineException with UNDECODABLE, INVALID_RECORD or TOO_LARGE where it can't be used
   */
  CheckedRecord decode(ScannerRecord record) {
    checkSize(record);
    CheckedRecord checked = decodeUnchecked(record);
    if (checked instanceof CheckedRecord.Header header) {
      check(header.value());
    } else if (checked instanceof CheckedRecord.Volume volume) {
      check(volume.value());
    } else if (checked instanceof CheckedRecord.Event event) {
      check(event.value());
    }
    checkRun(record, checked.runId());
    return checked;
  }

  private CheckedRecord decodeUnchecked(ScannerRecord record) {
    String topic = record.origin().topic();
    if (topic.equals(topics.runs().name())) {
      return new CheckedRecord.Header(headers.decode(record.value()));
    }
    return topic.equals(topics.volumes().name())
        ? new CheckedRecord.Volume(volumes.decode(record.value()))
        : new CheckedRecord.Event(events.decode(record.value()));
  }

  private static void checkRun(ScannerRecord record, String runId) {
    try {
      RunId.parse(runId);
    } catch (IllegalArgumentException e) {
      throw invalid("runId: " + e.getMessage());
    }
    require(
        Arrays.equals(record.key(), runId.getBytes(StandardCharsets.UTF_8)),
        "the key must be the run id " + runId + ", so that a run stays on one partition");
  }

  /** Stores keep records whole, and their changelogs take no larger ones, however well packed. */
  private static void checkSize(ScannerRecord record) {
    int bytes = record.value() == null ? 0 : record.value().length;
    if (bytes > MessageLimits.MAX_RECORD_BYTES) {
      throw new PipelineException(
          FailureCode.TOO_LARGE,
          "the record's value may have "
              + MessageLimits.MAX_RECORD_BYTES
              + " bytes when unpacked, it has "
              + bytes
              + "; a volume may have 16 MiB of voxels");
    }
  }

  private static void check(RunHeader header) {
    RecordGate.check(header);
    int expected = header.getExpectedVolumes().orElse(0);
    require(
        expected >= 0 && expected <= MAX_VOLUMES,
        "expectedVolumes must be from 0 to " + MAX_VOLUMES + ", is " + expected);
  }

  private static void check(BoldVolume volume) {
    RecordGate.check(volume);
    int index = volume.getIndex();
    require(
        index >= 0 && index < MAX_VOLUMES,
        "index must be from 0 to " + (MAX_VOLUMES - 1) + ", is " + index);
    require(volume.getSlope() != 0, "slope must be a number other than 0, is 0");
  }

  private static void check(StimulusEvent event) {
    RecordGate.check(event);
    require(
        event.getTrialIndex() >= 0, "trialIndex must be 0 or more, is " + event.getTrialIndex());
    double duration = event.getDurationSeconds();
    require(duration >= 0, "durationSeconds must be 0 or more, is " + duration);
  }

  private static void require(boolean ok, String message) {
    if (!ok) {
      throw invalid(message);
    }
  }

  private static PipelineException invalid(String message) {
    return new PipelineException(FailureCode.INVALID_RECORD, message);
  }
}
