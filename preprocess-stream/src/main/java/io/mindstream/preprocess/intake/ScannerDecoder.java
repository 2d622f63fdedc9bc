package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.VolumeShape;
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
   * @throws PipelineException with UNDECODABLE or INVALID_RECORD where it can't be used
   */
  CheckedRecord decode(ScannerRecord record) {
    CheckedRecord checked = decodeUnchecked(record);
    checkRun(record, checked.runId());
    if (checked instanceof CheckedRecord.Header header) {
      check(header.value());
    } else if (checked instanceof CheckedRecord.Volume volume) {
      check(volume.value());
    } else if (checked instanceof CheckedRecord.Event event) {
      check(event.value());
    }
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

  private static void check(RunHeader header) {
    double tr = header.getRepetitionTimeSeconds();
    require(
        Double.isFinite(tr) && tr > 0,
        "repetitionTimeSeconds must be a number of seconds above 0, is " + tr);
    Geometry grid = header.getGeometry();
    try {
      new VolumeShape(grid.getNx(), grid.getNy(), grid.getNz());
    } catch (IllegalArgumentException e) {
      throw invalid("geometry: " + e.getMessage());
    }
  }

  private static void check(BoldVolume volume) {
    int index = volume.getIndex();
    require(
        index >= 0 && index < MAX_VOLUMES,
        "index must be from 0 to " + (MAX_VOLUMES - 1) + ", is " + index);
    require(
        Double.isFinite(volume.getSlope()) && volume.getSlope() != 0,
        "slope must be a number other than 0, is " + volume.getSlope());
    require(
        Double.isFinite(volume.getIntercept()),
        "intercept must be a number, is " + volume.getIntercept());
  }

  private static void check(StimulusEvent event) {
    require(
        event.getTrialIndex() >= 0, "trialIndex must be 0 or more, is " + event.getTrialIndex());
    require(
        Double.isFinite(event.getOnsetSeconds()),
        "onsetSeconds must be a number, is " + event.getOnsetSeconds());
    double duration = event.getDurationSeconds();
    require(
        Double.isFinite(duration) && duration >= 0,
        "durationSeconds must be 0 or more, is " + duration);
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
