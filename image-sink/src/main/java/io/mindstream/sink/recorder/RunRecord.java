package io.mindstream.sink.recorder;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record of a run, known to be readable.
 *
 * @param record as it lies in Kafka
 * @param run whose it is
 * @param schema that its value was written in
 * @param header its value, where it is a run's header
 */
record RunRecord(
    ConsumerRecord<String, byte[]> record, RunId run, Schema schema, Optional<RunHeader> header) {

  TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }
}
