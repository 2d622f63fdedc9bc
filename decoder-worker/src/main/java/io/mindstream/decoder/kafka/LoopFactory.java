package io.mindstream.decoder.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.inference.DeviceChoice;
import io.mindstream.decoder.worker.DecoderFactory;
import io.mindstream.decoder.worker.TrialWorker;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.time.Clock;

/** Makes the loop of each device. Loads the model, but connects to nothing yet. */
record LoopFactory(
    DecoderConfig config,
    DecoderFactory decoders,
    KafkaSettings kafka,
    SchemaRegistry registry,
    Topics topics,
    MeterRegistry meters) {

  private static final Clock CLOCK = Clock.systemUTC();

  /**
   * Loads the model onto a device.
   *
   * @throws RuntimeException as the decoder factory throws it
   */
  DecodeLoop loopOn(DeviceChoice choice, String service) {
    DeviceThread device = DeviceThread.open(decoders, choice);
    LoopWork work =
        new LoopWork(
            topics.voxelVectors().name(),
            topics.voxelVectors().codec(registry),
            new TrialWorker(device.decoder(), config.decodeSettings(), CLOCK),
            device,
            new OutcomeRecords(topics, registry, service, CLOCK));
    String loopId = service + "-" + config.instanceId() + "-" + device.decoder().device();
    return new DecodeLoop(connections(loopId), work, new DecoderMetrics(meters));
  }

  private LoopConnections connections(String loopId) {
    return new LoopConnections(
        kafka, topics, config.groupId(), loopId, topics.previews().codec(registry));
  }
}
