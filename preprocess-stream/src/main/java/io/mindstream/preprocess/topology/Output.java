package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.AvroCodec;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where results go: the voxel vectors and the dead letters. */
final class Output {

  static final String VECTORS = "voxel-vectors";
  static final String DEAD_LETTERS = "dead-letters";
  static final String SERVICE = "preprocess-stream";

  private final ProcessorContext<String, byte[]> context;
  private final AvroCodec<VoxelVector> vectors;
  private final AvroCodec<DeadLetter> letters;
  private final InstantSource clock;
  private final StreamObserver observer;

  Output(
      ProcessorContext<String, byte[]> context,
      AvroCodec<VoxelVector> vectors,
      AvroCodec<DeadLetter> letters,
      InstantSource clock,
      StreamObserver observer) {
    this.context = context;
    this.vectors = vectors;
    this.letters = letters;
    this.clock = clock;
    this.observer = observer;
  }

  /** The clock of {@code vectorEmittedAt} and {@code failedAt}. */
  InstantSource clock() {
    return clock;
  }

  void vector(VoxelVector vector, long timestamp) {
    String key = new TrialKey(vector.getRunId(), vector.getTrialIndex()).toString();
    context.forward(new Record<>(key, vectors.encode(vector), timestamp), VECTORS);
    observer.vectorEmitted();
  }

  void deadLetter(ScannerRecord source, PipelineException failure) {
    DeadLetter letter =
        DeadLetters.of(
            source.origin(), source.key(), source.value(), failure, SERVICE, clock.instant());
    context.forward(
        new Record<>(DeadLetters.keyOf(letter), letters.encode(letter), source.timestamp()),
        DEAD_LETTERS);
    observer.deadLetter(failure.code());
  }
}
