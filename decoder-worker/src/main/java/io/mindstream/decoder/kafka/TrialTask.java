package io.mindstream.decoder.kafka;

import io.mindstream.decoder.worker.TrialListener;
import io.mindstream.decoder.worker.TrialWorker;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The decode of one consumed record. {@link #run} belongs to the device's thread; {@link #cancel}
 * may come from any.
 */
final class TrialTask implements TrialListener {

  private final ConsumerRecord<byte[], byte[]> record;
  private final AvroCodec<VoxelVector> codec;
  private final Consumer<Preview> previews;
  private volatile boolean cancelled;

  TrialTask(
      ConsumerRecord<byte[], byte[]> record,
      AvroCodec<VoxelVector> codec,
      Consumer<Preview> previews) {
    this.record = record;
    this.codec = codec;
    this.previews = previews;
  }

  /**
   * Decodes, or says why the record never can be.
   *
   * @throws CancellationException after {@link #cancel}
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer; another try may help
   */
  TrialOutcome run(TrialWorker worker) {
    if (cancelled) {
      throw new CancellationException();
    }
    try {
      return new TrialOutcome.Decoded(worker.decode(codec.decode(record.value()), this));
    } catch (PipelineException failure) {
      return new TrialOutcome.Refused(failure);
    }
  }

  /** Ends the decode at its next denoising step. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void preview(Preview preview) {
    previews.accept(preview);
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
