package io.mindstream.schemas.topic;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Which trial gets no picture because of a dead letter. */
public final class LetterTrials {

  private final Topics topics;
  private final AvroCodec<StimulusEvent> events;

  /** Reads letters of the catalogue's topics. */
  public LetterTrials(Topics topics, SchemaRegistry registry) {
    this.topics = topics;
    this.events = topics.events().codec(registry);
  }

  /** The key of a vector or of a picture names its trial, the value of an event does. */
  public Optional<TrialKey> of(DeadLetter letter) {
    String topic = letter.getTopic();
    try {
      if (topic.equals(topics.events().name())) {
        return letter.getValue().map(this::shown);
      }
      boolean keyed =
          topic.equals(topics.voxelVectors().name()) || topic.equals(topics.images().name());
      return keyed ? Optional.of(TrialKey.parse(DeadLetters.keyOf(letter))) : Optional.empty();
    } catch (PipelineException | IllegalArgumentException e) {
      return Optional.empty(); // The letter may be there for that very reason.
    }
  }

  private TrialKey shown(ByteBuffer value) {
    StimulusEvent event = events.decode(value);
    return new TrialKey(event.getRunId(), event.getTrialIndex());
  }
}
