package io.mindstream.sink.kafka;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.fmri.TrialKey;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics for the dashboard, beside the services: what it misses is only not shown. Begins
 * a look-back before its making; run headers and masks, which are few, at their first, volumes and
 * previews at their present end.
 */
public final class DashboardFeed implements PipelineService {

  /** The service's name. */
  public static final String NAME = "dashboard-feed";

  private static final Logger LOG = LoggerFactory.getLogger(DashboardFeed.class);

  private final SchemaRegistry registry;
  private final List<FeedListener> listeners;
  private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> folds = new LinkedHashMap<>();
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
    this.listeners = List.of(listeners);
    List<FeedListener> all = this.listeners;
    LetterTrials trials = new LetterTrials(topics, registry);
    fold(topics.runs(), RecordGate::check, each(all, FeedListener::run));
    fold(topics.events(), RecordGate::check, each(all, FeedListener::event));
    fold(topics.images(), RecordGate::check, each(all, FeedListener::image));
    fold(topics.previews(), RecordGate::check, each(all, FeedListener::preview));
    folds.put(topics.voxelVectors().name(), any -> {}); // only that they came
    fold(topics.quality(), RecordGate::check, each(all, FeedListener::quality));
    fold(topics.rois(), RecordGate::check, each(all, FeedListener::roi));
    AvroCodec<DeadLetter> letters = topics.deadLetters().codec(registry);
    folds.put(
        topics.deadLetters().name(),
        record -> {
          DeadLetter letter = letters.decode(record.value());
          Optional<TrialKey> of = trials.of(letter);
          String id = record.partition() + "/" + record.offset();
          all.forEach(listener -> listener.deadLetter(id, letter, of));
        });
    if (config.followVolumes()) {
      VolumeReader volumes = new VolumeReader(topics.volumes(), registry);
      Consumer<BoldVolume> into = each(all, FeedListener::volume);
      folds.put(
          topics.volumes().name(),
          record -> {
            BoldVolume volume = volumes.read(record.value());
            RecordGate.check(volume);
            into.accept(volume);
          });
    }
    Instant since = Instant.now().minus(config.lookBack());
    all.forEach(listener -> listener.begins(since));
    this.follower =
        new TopicFollower(
            NAME, kafka, List.copyOf(folds.keySet()), from(topics, since), this::show);
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
    folds.put(topic.name(), record -> gate.andThen(into).accept(codec.decode(record.value())));
  }

  private static <T> Consumer<T> each(
      List<FeedListener> listeners, BiConsumer<FeedListener, T> tell) {
    return record -> listeners.forEach(listener -> tell.accept(listener, record));
  }

  private static FollowFrom from(Topics topics, Instant lookBack) {
    FollowFrom since =
        FollowFrom.since(lookBack, Set.of(topics.volumes().name(), topics.previews().name()));
    Set<String> whole = Set.of(topics.runs().name(), topics.rois().name());
    return (consumer, partitions) -> {
      Map<TopicPartition, Long> offsets = new HashMap<>(since.offsets(consumer, partitions));
      List<TopicPartition> few =
          partitions.stream().filter(partition -> whole.contains(partition.topic())).toList();
      offsets.putAll(consumer.beginningOffsets(few, FollowFrom.ASK));
      return offsets;
    };
  }

  /** What cannot be shown is the services' to report. */
  private void show(ConsumerRecord<String, byte[]> record) {
    listeners.forEach(
        listener -> listener.record(record.topic(), record.partition(), record.offset()));
    try {
      Consumer<ConsumerRecord<String, byte[]>> fold = folds.get(record.topic());
      if (fold != null) {
        fold.accept(record);
      }
    } catch (PipelineException | IllegalArgumentException e) {
      LOG.debug("Not shown: {}", e.getMessage());
    }
  }
}
