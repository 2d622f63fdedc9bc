package io.mindstream.sink.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.trial.TrialWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes one consumed record to the store, or says why it cannot be used. */
final class RecordWriter {

  private final Topics topics;
  private final AvroCodec<DecodedImage> images;
  private final AvroCodec<StimulusEvent> events;
  private final TrialWriter writer;
  private final StoredListener listener;
  private final InstantSource clock;
  private final MeterRegistry meters;

  RecordWriter(
      Topics topics,
      SchemaRegistry registry,
      TrialWriter writer,
      StoredListener listener,
      InstantSource clock,
      MeterRegistry meters) {
    this.topics = topics;
    this.images = topics.images().codec(registry);
    this.events = topics.events().codec(registry);
    this.writer = writer;
    this.listener = listener;
    this.clock = clock;
    this.meters = meters;
  }

  /** The topics whose records are written. */
  List<String> topicNames() {
    return List.of(topics.images().name(), topics.events().name());
  }

  /**
   * Writes a record.
   *
   * @return the dead letter of a decoded image that cannot be used; broken events are the
   *     preprocess stream's to report
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  Optional<DeadLetter> write(ConsumerRecord<byte[], byte[]> record) {
    boolean isImage = record.topic().equals(topics.images().name());
    try {
      if (isImage) {
        image(images.decode(record.value()));
      } else {
        writer.stimulus(events.decode(record.value()));
      }
      return Optional.empty();
    } catch (PipelineException failure) {
      if (!isImage) {
        return Optional.empty();
      }
      meters.counter("mindstream.sink.dead.letters", "code", failure.code().name()).increment();
      return Optional.of(DeadLetters.of(record, failure, SinkService.NAME, clock.instant()));
    }
  }

  private void image(DecodedImage image) {
    Instant start = clock.instant();
    writer.image(image);
    Instant end = clock.instant();
    meters.timer("mindstream.sink.store").record(Duration.between(start, end));
    meters.counter("mindstream.sink.images").increment();
    meters.counter("mindstream.sink.bytes").increment(image.getPng().remaining());
    meters
        .timer("mindstream.end.to.end")
        .record(Duration.between(image.getTimes().getLastVolumeAcquiredAt(), end));
    listener.stored(image, end);
  }
}
