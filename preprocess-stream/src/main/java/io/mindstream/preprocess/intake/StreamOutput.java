package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.AvroCodec;
import java.time.Instant;

/** Encodes, keys, counts and sends results: voxel vectors and dead letters. */
final class StreamOutput {

  private static final String SERVICE = "preprocess-stream";

  private final StreamSetting setting;
  private final StreamSinks sinks;
  private final AvroCodec<VoxelVector> vectors;
  private final AvroCodec<ScanQuality> qualities;
  private final AvroCodec<DeadLetter> letters;

  StreamOutput(StreamSetting setting, StreamSinks sinks) {
    this.setting = setting;
    this.sinks = sinks;
    this.vectors = setting.topics().voxelVectors().codec(setting.registry());
    this.qualities = setting.topics().quality().codec(setting.registry());
    this.letters = setting.topics().deadLetters().codec(setting.registry());
  }

  /** The time that {@code vectorEmittedAt} and {@code failedAt} carry. */
  Instant now() {
    return setting.clock().instant();
  }

  void vector(VoxelVector vector, long timestamp) {
    String key = new TrialKey(vector.getRunId(), vector.getTrialIndex()).toString();
    sinks.vector(key, vectors.encode(vector), timestamp);
    setting.observer().vectorEmitted();
  }

  /** Sends what was measured of a volume of a run. */
  void quality(Run run, VolumeQuality volume, long timestamp) {
    quality(run, ofSession(run).setVolume(volume), timestamp);
  }

  /** Sends what a run's volumes come to. */
  void quality(Run run, RunQuality summary, long timestamp) {
    quality(run, ofSession(run).setSummary(summary), timestamp);
  }

  private void quality(Run run, ScanQuality.Builder record, long timestamp) {
    sinks.quality(run.id(), qualities.encode(record.build()), timestamp);
  }

  private static ScanQuality.Builder ofSession(Run run) {
    return ScanQuality.newBuilder().setRunId(run.id()).setStartedAt(run.header().getStartedAt());
  }

  /** Sends a dead letter, unless Kafka refused this record's before. */
  void deadLetter(ScannerRecord source, PipelineException failure) {
    if (setting.lost().contains(source.origin())) {
      setting.observer().letterLost(failure.code());
      return;
    }
    DeadLetter letter =
        DeadLetters.of(source.origin(), source.key(), source.value(), failure, SERVICE, now());
    sinks.deadLetter(DeadLetters.keyOf(letter), letters.encode(letter), source.timestamp());
    setting.observer().deadLetter(failure.code());
  }
}
