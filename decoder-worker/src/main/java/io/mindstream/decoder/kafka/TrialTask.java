package io.mindstream.decoder.kafka;

import io.mindstream.decoder.decoding.RunChoice;
import io.mindstream.decoder.decoding.VectorDecoder;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.PipelineException;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The decode of one consumed vector, on the device's thread. All methods are the loop's. */
final class TrialTask {

  private final ConsumerRecord<byte[], byte[]> vector;
  private final TrialRecords records;
  private final PreviewPublisher previews;
  private final RunChoice choice;
  private volatile boolean calledOff;
  private CompletableFuture<TrialOutcome> outcome = new CompletableFuture<>();

  private TrialTask(
      ConsumerRecord<byte[], byte[]> vector,
      TrialRecords records,
      PreviewPublisher previews,
      RunChoice choice) {
    this.choice = choice;
    this.vector = vector;
    this.records = records;
    this.previews = previews;
  }

  /**
   * Begins the decode; returns at once.
   *
   * @param whenDone runs when it has ended in whatever way, on the device's thread
   */
  static TrialTask begin(
      ConsumerRecord<byte[], byte[]> vector,
      TrialRecords records,
      PreviewPublisher previews,
      RunChoice choice,
      DeviceThread device,
      Runnable whenDone) {
    TrialTask task = new TrialTask(vector, records, previews, choice);
    task.outcome = device.submit(task::decode);
    var unused = task.outcome.whenComplete((done, failure) -> whenDone.run());
    return task;
  }

  /** What is decoded. */
  ConsumerRecord<byte[], byte[]> vector() {
    return vector;
  }

  /** Whether the vector came from one of these. */
  boolean isOf(Collection<TopicPartition> partitions) {
    return partitions.contains(new TopicPartition(vector.topic(), vector.partition()));
  }

  /** Ends the decode at its next step. */
  void callOff() {
    calledOff = true;
  }

  boolean isDone() {
    return outcome.isDone();
  }

  /**
   * What became of it; waits where it is not done.
   *
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer; another try may help
   * @throws RuntimeException else as the decoder threw it
   */
  TrialOutcome outcome() {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private TrialOutcome decode(VectorDecoder decoder) {
    if (calledOff) {
      throw new CancellationException();
    }
    try {
      VoxelVector read = records.vector(vector);
      return choice.takes(read.getModelId(), decoder.modelId())
          ? new TrialOutcome.Decoded(decoder.decode(read, previews::publish, () -> calledOff))
          : new TrialOutcome.LeftToOthers(read.getModelId());
    } catch (PipelineException failure) {
      return new TrialOutcome.Refused(failure);
    }
  }
}
