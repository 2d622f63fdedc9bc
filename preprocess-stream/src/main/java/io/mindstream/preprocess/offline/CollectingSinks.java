package io.mindstream.preprocess.offline;

import io.mindstream.preprocess.intake.StreamSinks;
import io.mindstream.preprocess.offline.OfflineRun.Refused;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the stream sends, decoded. */
final class CollectingSinks implements StreamSinks {

  private final Topics topics;
  private final AvroCodec<VoxelVector> vectorCodec;
  private final AvroCodec<DeadLetter> letters;
  private final AvroCodec<StimulusEvent> events;
  private final AvroCodec<BoldVolume> boldVolumes;
  private final List<VoxelVector> vectors = new ArrayList<>();
  private final List<Refused> trials = new ArrayList<>();
  private final List<Refused> volumes = new ArrayList<>();

  CollectingSinks(Topics topics, SchemaRegistry registry) {
    this.topics = topics;
    this.vectorCodec = topics.voxelVectors().codec(registry);
    this.letters = topics.deadLetters().codec(registry);
    this.events = topics.events().codec(registry);
    this.boldVolumes = topics.volumes().codec(registry);
  }

  OfflineRun collected() {
    return new OfflineRun(vectors, trials, volumes);
  }

  @Override
  public void vector(String key, byte[] value, long timestamp) {
    vectors.add(vectorCodec.decode(value));
  }

  @Override
  public void quality(String key, byte[] value, long timestamp) {
    // The run's quality was told when it was scanned.
  }

  /** A header that can't be used ends the work: nothing could be made of such a run. */
  @Override
  public void deadLetter(String key, byte[] value, long timestamp) {
    DeadLetter letter = letters.decode(value);
    ByteBuffer record = letter.getValue().orElseThrow();
    if (letter.getTopic().equals(topics.events().name())) {
      trials.add(refused(events.decode(record).getTrialIndex(), letter));
    } else if (letter.getTopic().equals(topics.volumes().name())) {
      volumes.add(refused(boldVolumes.decode(record).getIndex(), letter));
    } else {
      throw new PipelineException(FailureCode.valueOf(letter.getCode()), letter.getMessage());
    }
  }

  private static Refused refused(int index, DeadLetter letter) {
    return new Refused(index, letter.getCode(), letter.getMessage());
  }
}
