package io.mindstream.sink.recorder;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.failure.PipelineException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was taken, and what was not.
 *
 * <ul>
 *   <li>{@code mindstream.recorder.records}, by {@code topic}
 *   <li>{@code mindstream.recorder.left.out}, by {@code topic} and {@code code}: cannot be read, or
 *       names no run
 * </ul>
 */
record RecorderMetrics(MeterRegistry meters) {

  private static final Logger LOG = LoggerFactory.getLogger(RecorderMetrics.class);

  void recorded(ConsumerRecord<?, ?> record) {
    meters.counter("mindstream.recorder.records", "topic", record.topic()).increment();
  }

  void leftOut(ConsumerRecord<?, ?> record, PipelineException failure) {
    LOG.warn(
        "not recorded: {} {}/{}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        failure.getMessage());
    meters
        .counter(
            "mindstream.recorder.left.out", "topic", record.topic(), "code", failure.code().name())
        .increment();
  }
}
