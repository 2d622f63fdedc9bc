package io.mindstream.sink.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.run.RunWriter;
import io.mindstream.sink.trial.TrialWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes one consumed record to the store, or says why it cannot be used. */
final class RecordWriter {

  private final Topics topics;
  private final AvroCodec<DecodedImage> images;
  private final AvroCodec<StimulusEvent> events;
  private final AvroCodec<RunHeader> headers;
  private final AvroCodec<ScanQuality> qualities;
  private final TrialWriter writer;
  private final RunWriter runs;
  private final StoredListener listener;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Set<String> touched = new LinkedHashSet<>();

  RecordWriter(
      Topics topics,
      SchemaRegistry registry,
      TrialWriter writer,
      RunWriter runs,
      StoredListener listener,
      InstantSource clock,
      MeterRegistry meters) {
    this.topics = topics;
    this.images = topics.images().codec(registry);
    this.events = topics.events().codec(registry);
    this.headers = topics.runs().codec(registry);
    this.qualities = topics.quality().codec(registry);
    this.writer = writer;
    this.runs = runs;
    this.listener = listener;
    this.clock = clock;
    this.meters = meters;
  }

  /** The topics whose records are written. */
  List<String> topicNames() {
    return List.of(
        topics.images().name(),
        topics.events().name(),
        topics.runs().name(),
        topics.quality().name());
  }

  /**
   * Writes a record.
   *
   * @return the dead letter of a decoded image that cannot be used; broken events and headers are
   *     the preprocess stream's to report, and its own quality is only shown
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  Optional<DeadLetter> write(ConsumerRecord<byte[], byte[]> record) {
    boolean isImage = record.topic().equals(topics.images().name());
    try {
      if (isImage) {
        image(images.decode(record.value()));
      } else if (record.topic().equals(topics.events().name())) {
        stimulus(events.decode(record.value()));
      } else if (record.topic().equals(topics.quality().name())) {
        quality(qualities.decode(record.value()));
      } else {
        runs.header(headers.decode(record.value()));
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

  /**
   * Brings the documents of runs that are over up to date with the images that were written since
   * it was last asked to. To be called before their offsets are committed.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not take it; worth
   *     another try
   */
  void finishRuns() {
    for (String run : List.copyOf(touched)) {
      runs.trialsStored(run);
      touched.remove(run);
    }
  }

  private void stimulus(StimulusEvent event) {
    writer.stimulus(event);
    touched.add(event.getRunId());
  }

  private void quality(ScanQuality quality) {
    if (runs.quality(quality)) {
      touched.add(quality.getRunId());
    }
  }

  private void image(DecodedImage image) {
    Instant start = clock.instant();
    writer.image(image);
    touched.add(image.getRunId());
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
