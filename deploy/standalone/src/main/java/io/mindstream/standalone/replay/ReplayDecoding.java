package io.mindstream.standalone.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.mindstream.bridge.cli.BundleDecoding;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.decoding.BundleDecoderFactory;
import io.mindstream.decoder.kafka.DecodeService;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Decodes a replayed run in this process, with a worker that takes no other run. */
public final class ReplayDecoding implements BundleDecoding {

  /** Stronger than the environment. */
  private static final int ORDER = 1000;

  /** Starts nothing before it is asked. */
  public ReplayDecoding() {}

  @Override
  public Optional<String> idOf(String model) {
    Path folder = Path.of(model);
    boolean isPath = model.contains("/") || Files.isDirectory(folder); // A missing one is no id.
    return isPath ? Optional.of(ModelCard.read(folder).id()) : Optional.empty();
  }

  @Override
  public Work begin(Job job) {
    Path bundle = Path.of(job.bundle()).toAbsolutePath();
    ModelCard card = ModelCard.read(bundle);
    DecoderConfig config = config(bundle);
    Topics topics = Topics.standard();
    begin(new GroupStart(job.kafka(), config.groupOf(card.id()), topics.voxelVectors().name()));
    DecodeService worker =
        new DecodeService(
            config,
            new BundleDecoderFactory(config.bundle(), config.networkSettings()),
            job.kafka(),
            job.registry(),
            topics,
            new SimpleMeterRegistry());
    job.say().accept("decoded by " + card.id() + " of " + bundle);
    return ReplayWork.start(worker, job, card);
  }

  private static void begin(GroupStart start) {
    try {
      start.atEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the worker began", e);
    }
  }

  /** The usual settings, from the environment too. */
  private static DecoderConfig config(Path bundle) {
    Map<String, Object> own =
        Map.of(
            "mindstream.decoder.bundle",
            bundle.toString(),
            "mindstream.decoder.run-choice",
            "asked_for");
    try (ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .propertySources(PropertySource.of("replay", own, ORDER))
            .start()) {
      return context.getBean(DecoderConfig.class);
    }
  }
}
