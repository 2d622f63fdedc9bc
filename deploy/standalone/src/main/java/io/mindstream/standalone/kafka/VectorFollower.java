package io.mindstream.standalone.kafka;

import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.service.FollowFrom;
import io.mindstream.service.TopicFollower;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the voxel vectors that pass, by trial: one that comes twice is kept once. */
public final class VectorFollower implements AutoCloseable {

  private final Map<TrialKey, VoxelVector> vectors = new ConcurrentHashMap<>();
  private final TopicFollower follower;

  private VectorFollower(StandalonePipeline pipeline) {
    AvroCodec<VoxelVector> codec = pipeline.topics().voxelVectors().codec(pipeline.registry());
    this.follower =
        new TopicFollower(
            "vector-follower",
            pipeline.kafka(),
            List.of(pipeline.topics().voxelVectors().name()),
            FollowFrom.now(),
            record -> keep(codec.decode(record.value())));
    follower.start();
    follower.awaitReady();
  }

  /** Begins to follow; what is sent after the return is kept. */
  public static VectorFollower of(StandalonePipeline pipeline) {
    return new VectorFollower(pipeline);
  }

  /** The vectors so far, in order of run and trial. */
  public List<VoxelVector> vectors() {
    return vectors.values().stream()
        .sorted(
            Comparator.comparing(VoxelVector::getRunId).thenComparing(VoxelVector::getTrialIndex))
        .toList();
  }

  @Override
  public void close() {
    follower.stop();
  }

  private void keep(VoxelVector vector) {
    vectors.put(new TrialKey(vector.getRunId(), vector.getTrialIndex()), vector);
  }
}
