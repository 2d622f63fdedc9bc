package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.intake.StreamSinks;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The sinks of the topology.
 *
 * @param context of the processor that sends
 */
record NamedSinks(ProcessorContext<String, byte[]> context) implements StreamSinks {

  static final String VECTORS = "voxel-vectors";
  static final String QUALITY = "scan-quality";
  static final String DEAD_LETTERS = "dead-letters";

  @Override
  public void vector(String key, byte[] value, long timestamp) {
    context.forward(new Record<>(key, value, timestamp), VECTORS);
  }

  @Override
  public void quality(String key, byte[] value, long timestamp) {
    context.forward(new Record<>(key, value, timestamp), QUALITY);
  }

  @Override
  public void deadLetter(String key, byte[] value, long timestamp) {
    context.forward(new Record<>(key, value, timestamp), DEAD_LETTERS);
  }
}
