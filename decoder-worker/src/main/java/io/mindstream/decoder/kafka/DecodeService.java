package io.mindstream.decoder.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.inference.DeviceChoice;
import io.mindstream.decoder.worker.DecoderFactory;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes voxel vectors into images, one loop a device. Each trial's images (or its dead letter)
 * and the offset of its vector are committed together, so a trial is decoded exactly once whatever
 * stops in between.
 */
public final class DecodeService implements PipelineService {

  /** The service's name. */
  public static final String NAME = "decoder-worker";

  private static final Logger LOG = LoggerFactory.getLogger(DecodeService.class);

  private final LoopFactory factory;
  private final List<DeviceChoice> devices;
  private final Duration stopTimeout;
  private volatile List<DecodeLoop> loops = List.of();
  private volatile ServiceHealth withoutLoops = new ServiceHealth.Stopped();

  /** A stopped service. Loads and connects to nothing before it is started. */
  public DecodeService(
      DecoderConfig config,
      DecoderFactory decoders,
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters) {
    this.factory = new LoopFactory(config, decoders, kafka, registry, topics, meters);
    this.devices = config.devices();
    this.stopTimeout = config.stopTimeout();
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Loads the model onto every device and begins to decode. Kafka need not be up: the loops wait
   * for it.
   *
   * @throws io.mindstream.decoder.bundle.BundleException where there is no usable bundle
   */
  @Override
  public synchronized void start() {
    if (!loops.isEmpty()) {
      return;
    }
    withoutLoops = new ServiceHealth.Waiting("loading the model");
    List<DecodeLoop> loaded = new ArrayList<>();
    try {
      devices.forEach(device -> loaded.add(factory.loopOn(device, NAME)));
    } catch (RuntimeException e) {
      end(loaded);
      withoutLoops = new ServiceHealth.Failed(String.valueOf(e.getMessage()));
      throw e;
    }
    loops = List.copyOf(loaded);
    loops.forEach(DecodeLoop::start);
  }

  @Override
  public synchronized void stop() {
    List<DecodeLoop> running = loops;
    withoutLoops = new ServiceHealth.Stopped();
    end(running);
    loops = List.of();
  }

  @Override
  public ServiceHealth health() {
    return loops.stream()
        .map(DecodeLoop::health)
        .max(Comparator.comparingInt(DecodeService::severity))
        .orElse(withoutLoops);
  }

  private static int severity(ServiceHealth health) {
    if (health instanceof ServiceHealth.Failed) {
      return 2;
    }
    return health.up() ? 0 : 1;
  }

  private void end(List<DecodeLoop> ending) {
    ending.forEach(DecodeLoop::requestStop);
    long deadline = System.nanoTime() + stopTimeout.toNanos();
    for (DecodeLoop loop : ending) {
      try {
        if (!loop.awaitStop(Duration.ofNanos(deadline - System.nanoTime()))) {
          LOG.warn("A decode did not end within {}; it is left to end by itself", stopTimeout);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
