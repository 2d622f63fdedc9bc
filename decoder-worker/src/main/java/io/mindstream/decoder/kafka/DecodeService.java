package io.mindstream.decoder.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.decoding.DecoderFactory;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
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

  private final DecoderWiring wiring;
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
    this.wiring = new DecoderWiring(config, decoders, kafka, registry, topics, meters);
    this.stopTimeout = config.stopTimeout();
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Loads the model onto every device and begins to decode. Kafka need not be up: the loops wait
   * for it. A {@link #stop} ends the wait for the model; this then returns without it.
   *
   * @throws io.mindstream.decoder.bundle.BundleException where there is no usable bundle
   */
  @Override
  public void start() {
    List<DecodeLoop> begun = begin();
    try {
      begun.forEach(DecodeLoop::awaitModel); // holds no monitor, so that a stop gets through
      begun.forEach(DecodeLoop::start);
    } catch (CancellationException e) {
      LOG.info("Stopped while the model was being loaded");
    } catch (RuntimeException e) {
      giveUp(begun, new ServiceHealth.Failed(String.valueOf(e.getMessage())));
      throw e;
    }
  }

  /** New loops, which load the model; none where the service is started already. */
  private synchronized List<DecodeLoop> begin() {
    if (!loops.isEmpty()) {
      return List.of();
    }
    loops =
        wiring.config().devices().stream().map(device -> new DecodeLoop(device, wiring)).toList();
    return loops;
  }

  private synchronized void giveUp(List<DecodeLoop> begun, ServiceHealth why) {
    if (loops.equals(begun)) {
      end(why);
    }
  }

  @Override
  public synchronized void stop() {
    end(new ServiceHealth.Stopped());
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

  private void end(ServiceHealth after) {
    withoutLoops = after;
    loops.forEach(DecodeLoop::requestStop);
    long deadline = System.nanoTime() + stopTimeout.toNanos();
    for (DecodeLoop loop : loops) {
      if (!loop.stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
        LOG.warn(
            "A decode, or the load of the model, did not end within {}; it is left to end by itself",
            stopTimeout);
      }
    }
    loops = List.of();
  }
}
