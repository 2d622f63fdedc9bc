package io.mindstream.bridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mindstream.bridge.stimulus.RunTable;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.FollowFrom;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import io.mindstream.service.TopicFollower;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the table of runs by the scanner topics, whoever writes them. */
final class RunFollower implements PipelineService {

  static final String NAME = "run-follower";

  /** Header of an event's record: the client's own name of the event, UTF-8. */
  static final String EVENT_ID = "mindstream-event-id";

  private static final Logger LOG = LoggerFactory.getLogger(RunFollower.class);
  private static final Duration LOOK_BACK = Duration.ofHours(6);

  private final RunTable table;
  private final Topics topics;
  private final AvroCodec<RunHeader> headers;
  private final AvroCodec<StimulusEvent> events;
  private final AvroCodec<BoldVolume> volumes;
  private final TopicFollower follower;

  RunFollower(KafkaSettings kafka, SchemaRegistry registry, Topics topics, RunTable table) {
    this.table = table;
    this.topics = topics;
    this.headers = topics.runs().codec(registry);
    this.events = topics.events().codec(registry);
    this.volumes = topics.volumes().codec(registry);
    this.follower =
        new TopicFollower(
            NAME,
            kafka,
            List.of(topics.runs().name(), topics.events().name(), topics.volumes().name()),
            FollowFrom.since(Instant.now().minus(LOOK_BACK), Set.of(topics.volumes().name())),
            this::take);
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

  /** What cannot be read is the stream's to report. */
  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.topic().equals(topics.runs().name())) {
        RunHeader header = headers.decode(record.value());
        RecordGate.check(header);
        table.header(header);
      } else if (record.topic().equals(topics.events().name())) {
        StimulusEvent event = events.decode(record.value());
        RecordGate.check(event);
        table.event(event, id(record));
      } else {
        BoldVolume volume = volumes.decode(record.value());
        RecordGate.check(volume);
        table.volume(volume);
      }
    } catch (PipelineException e) {
      LOG.debug("Not followed: {}", e.getMessage());
    }
  }

  private static Optional<String> id(ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader(EVENT_ID);
    return header == null ? Optional.empty() : Optional.of(new String(header.value(), UTF_8));
  }
}
