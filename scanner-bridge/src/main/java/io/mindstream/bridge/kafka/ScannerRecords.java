package io.mindstream.bridge.kafka;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.RunLength;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.fmri.RunId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns what a feed says into the records of the scanner topics, and a header back. Pure. */
final class ScannerRecords {

  private ScannerRecords() {}

  /** The header of a run; the state and what belongs to its end are still to be set. */
  static RunHeader.Builder header(PublishedRun published) {
    RunDescription run = published.run();
    return RunHeader.newBuilder()
        .setRunId(published.key())
        .setState(RunState.STARTED)
        .setRepetitionTimeSeconds(run.repetitionTimeSeconds())
        .setGeometry(run.geometry())
        .setRoiId(published.roiId())
        .setModelId(published.modelId().orElse(null))
        .setExpectedVolumes(published.length().map(RunLength::volumes).orElse(null))
        .setExpectedTrials(published.length().map(RunLength::trials).orElse(null))
        .setSource(run.source())
        .setSimulated(run.simulated())
        .setSliceTimingSeconds(run.sliceTiming().isEmpty() ? null : run.sliceTiming())
        .setStartedAt(published.startedAt());
  }

  /** The run that a header tells of. */
  static PublishedRun run(RunHeader header) {
    RunDescription description =
        new RunDescription(
            RunId.parse(header.getRunId()),
            header.getRepetitionTimeSeconds(),
            header.getGeometry(),
            header.getSource(),
            header.getSimulated(),
            header.getSliceTimingSeconds().orElse(List.of()));
    Optional<RunLength> length =
        header
            .getExpectedVolumes()
            .map(volumes -> new RunLength(volumes, header.getExpectedTrials().orElse(0)));
    return new PublishedRun(
        description,
        length,
        header.getRunId(),
        header.getRoiId(),
        header.getModelId(),
        header.getStartedAt());
  }

  /** A volume; the buffer is shared, not copied. */
  static BoldVolume volume(
      PublishedRun published, FeedMessage.Volume volume, Instant acquiredAt, Instant receivedAt) {
    return BoldVolume.newBuilder()
        .setRunId(published.key())
        .setIndex(volume.index())
        .setAcquiredAt(acquiredAt)
        .setReceivedAt(receivedAt)
        .setNx(published.run().geometry().getNx())
        .setNy(published.run().geometry().getNy())
        .setNz(published.run().geometry().getNz())
        .setType(VoxelType.valueOf(volume.data().type().name()))
        .setSlope(volume.data().slope())
        .setIntercept(volume.data().intercept())
        .setVoxels(volume.data().bytes().duplicate())
        .build();
  }

  /** An event. */
  static StimulusEvent event(PublishedRun published, FeedMessage.Event event, Instant occurredAt) {
    return StimulusEvent.newBuilder()
        .setRunId(published.key())
        .setTrialIndex(event.trialIndex())
        .setOnsetSeconds(event.onsetSeconds())
        .setDurationSeconds(event.durationSeconds())
        .setTrialType(event.trialType())
        .setStimulusId(event.stimulusId().orElse(null))
        .setStimulusPng(event.stimulusPng().map(ByteBuffer::wrap).orElse(null))
        .setWindowDelaySeconds(event.window().delaySeconds().orElse(null))
        .setWindowLengthSeconds(event.window().lengthSeconds().orElse(null))
        .setOccurredAt(occurredAt)
        .build();
  }
}
