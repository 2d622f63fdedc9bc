package io.mindstream.standalone.kafka;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.LetterTrials;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.FollowFrom;
import io.mindstream.service.TopicFollower;
import io.mindstream.standalone.tally.ImageKey;
import io.mindstream.standalone.tally.SessionTally;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the records of one session while they pass. */
public final class SessionFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SessionFollower.class);

  private final Topics topics;
  private final SessionTally tally;
  private final AvroCodec<RunHeader> runs;
  private final AvroCodec<StimulusEvent> events;
  private final AvroCodec<VoxelVector> vectors;
  private final AvroCodec<DecodedImage> images;
  private final AvroCodec<DeadLetter> deadLetters;
  private final LetterTrials letterTrials;
  private final TopicFollower follower;

  /** Begins to count; what is sent after the return is counted. */
  public SessionFollower(
      KafkaSettings kafka, SchemaRegistry registry, Topics topics, SessionTally tally) {
    this.topics = topics;
    this.tally = tally;
    this.runs = topics.runs().codec(registry);
    this.events = topics.events().codec(registry);
    this.vectors = topics.voxelVectors().codec(registry);
    this.images = topics.images().codec(registry);
    this.deadLetters = topics.deadLetters().codec(registry);
    this.letterTrials = new LetterTrials(topics, registry);
    this.follower =
        new TopicFollower(
            "session-tally",
            kafka,
            Stream.of(
                    topics.runs(),
                    topics.volumes(),
                    topics.events(),
                    topics.voxelVectors(),
                    topics.images(),
                    topics.deadLetters())
                .map(Topic::name)
                .toList(),
            FollowFrom.now(),
            this::count);
    follower.start();
    follower.awaitReady();
  }

  @Override
  public void close() {
    follower.stop();
  }

  private void count(ConsumerRecord<String, byte[]> record) {
    try {
      countOrThrow(record);
    } catch (PipelineException | IllegalArgumentException e) {
      LOG.warn("not counted: {}", e.getMessage());
    }
  }

  /** A volume's key says all that is needed, so its megabytes are not decoded. */
  private void countOrThrow(ConsumerRecord<String, byte[]> record) {
    String topic = record.topic();
    if (topic.equals(topics.volumes().name())) {
      tally.volume(record.key());
    } else if (topic.equals(topics.runs().name())) {
      run(runs.decode(record.value()));
    } else if (topic.equals(topics.events().name())) {
      StimulusEvent event = events.decode(record.value());
      tally.trial(new TrialKey(event.getRunId(), event.getTrialIndex()));
    } else if (topic.equals(topics.voxelVectors().name())) {
      VoxelVector vector = vectors.decode(record.value());
      tally.answered(new TrialKey(vector.getRunId(), vector.getTrialIndex()), vector.getRevision());
    } else if (topic.equals(topics.images().name())) {
      DecodedImage image = images.decode(record.value());
      tally.decoded(ImageKey.of(image), image.getSamples(), image.getTimes());
    } else if (record.value() != null) { // not the mark of a redriven letter
      deadLetter(deadLetters.decode(record.value()));
    }
  }

  private void run(RunHeader header) {
    if (header.getState() == RunState.ENDED) {
      tally.runEnded(header.getRunId());
    }
  }

  private void deadLetter(DeadLetter letter) {
    Optional<TrialKey> trial = letterTrials.of(letter);
    String run = trial.map(TrialKey::runId).orElseGet(() -> DeadLetters.keyOf(letter));
    tally.deadLetter(run, trial, letter.getCode() + ": " + letter.getMessage());
  }
}
