package io.mindstream.sink.kafka;

import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.LetterTrials;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.FollowFrom;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import io.mindstream.service.TopicFollower;
import io.mindstream.sink.config.DashboardConfig;
import io.mindstream.sink.dashboard.FeedListener;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics for the dashboard, beside the services: what it misses is only not shown. Begins
 * a look-back before its making, volumes and previews at their present end.
 */
public final class DashboardFeed implements PipelineService {

  /** The service's name. */
  public static final String NAME = "dashboard-feed";

  private static final Logger LOG = LoggerFactory.getLogger(DashboardFeed.class);

  private final SchemaRegistry registry;
  private final Map<String, Consumer<byte[]>> folds = new LinkedHashMap<>();
  private final TopicFollower follower;

  /**
   * A feed that reads nothing before it is started.
   *
   * @param listeners told of each record, in this order
   */
  public DashboardFeed(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      DashboardConfig config,
      FeedListener... listeners) {
    this.registry = registry;
    List<FeedListener> all = List.of(listeners);
    LetterTrials trials = new LetterTrials(topics, registry);
    fold(topics.runs(), RecordGate::check, each(all, FeedListener::run));
    fold(topics.events(), RecordGate::check, each(all, FeedListener::event));
    fold(topics.images(), RecordGate::check, each(all, FeedListener::image));
    fold(topics.previews(), RecordGate::check, each(all, FeedListener::preview));
    fold(
        topics.deadLetters(),
        any -> {},
        each(all, (listener, letter) -> listener.deadLetter(letter, trials.of(letter))));
    if (config.followVolumes()) {
      fold(topics.volumes(), RecordGate::check, each(all, FeedListener::volume));
    }
    Set<String> fromNow = Set.of(topics.volumes().name(), topics.previews().name());
    this.follower =
        new TopicFollower(
            NAME,
            kafka,
            List.copyOf(folds.keySet()),
            FollowFrom.since(Instant.now().minus(config.lookBack()), fromNow),
            this::show);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    follower.start();
  }

  @Override
  public void stop() {
    follower.stop();
  }

  @Override
  public ServiceHealth health() {
    return follower.health();
  }

  private <T extends SpecificRecord> void fold(Topic<T> topic, Consumer<T> gate, Consumer<T> into) {
    AvroCodec<T> codec = topic.codec(registry);
    folds.put(topic.name(), bytes -> gate.andThen(into).accept(codec.decode(bytes)));
  }

  private static <T> Consumer<T> each(
      List<FeedListener> listeners, BiConsumer<FeedListener, T> tell) {
    return record -> listeners.forEach(listener -> tell.accept(listener, record));
  }

  /** What cannot be shown is the services' to report. */
  private void show(ConsumerRecord<String, byte[]> record) {
    try {
      Consumer<byte[]> fold = folds.get(record.topic());
      if (fold != null) {
        fold.accept(record.value());
      }
    } catch (PipelineException | IllegalArgumentException e) {
      LOG.debug("Not shown: {}", e.getMessage());
    }
  }
}
