package io.mindstream.decoder.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Writes one trial's records and moves the group past its vector, both or neither. */
final class TrialTransaction {

  private final Producer<String, byte[]> producer;

  /** Over a producer with a transactional id whose transactions are initialised. */
  TrialTransaction(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Commits one trial. The group's metadata fences a worker that has lost the partition.
   *
   * @throws KafkaException where it is not known to be committed. The producer is then of no more
   *     use: a new one with the same id first settles what is open, and only then does the group's
   *     offset say whether the trial was committed
   */
  void commit(
      ConsumerRecord<byte[], byte[]> vector,
      List<ProducerRecord<String, byte[]>> records,
      ConsumerGroupMetadata group) {
    TopicPartition partition = new TopicPartition(vector.topic(), vector.partition());
    OffsetAndMetadata next = new OffsetAndMetadata(vector.offset() + 1, vector.leaderEpoch(), "");
    try {
      producer.beginTransaction();
      for (ProducerRecord<String, byte[]> record : records) {
        var unused = producer.send(record); // the commit fails where a send did
      }
      producer.sendOffsetsToTransaction(Map.of(partition, next), group);
      producer.commitTransaction();
    } catch (KafkaException failure) {
      abort(failure);
      throw failure;
    }
  }

  /** Aborts at once where that is possible, so that no reader waits for the transaction's end. */
  private void abort(KafkaException failure) {
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      failure.addSuppressed(e);
    }
  }
}
