package io.mindstream.bridge.recorded;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.schemas.avro.Normalisation;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.recording.RecordStream;
import io.mindstream.storage.recording.Recorded;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.util.List;
import java.util.Optional;

/**
 * Where a run must be played from, so that a trial gets the vector that it had.
 *
 * @param index of the first volume, origin 0
 * @param note what a person should know of it, one line, or none
 */
record FirstVolume(int index, List<String> note) {

  /**
   * The first volume that a trial needs: of its window, or the run's first where each volume counts
   * for all that follow.
   *
   * @param trial origin 0; 0 needs the whole run
   * @throws FeedException where the recording has no such trial
   */
  static FirstVolume of(
      int trial, Recording recording, Play play, Topics topics, List<StimulusEvent> events) {
    if (trial == 0) {
      return new FirstVolume(0, List.of());
    }
    StimulusEvent event =
        events.stream()
            .filter(other -> other.getTrialIndex() == trial)
            .findFirst()
            .orElseThrow(
                () ->
                    new FeedException(
                        "run %s has no trial %d; its trials are 0 to %d"
                            .formatted(recording.index().runId(), trial, events.size() - 1)));
    Optional<VoxelVector> vector = vector(trial, recording, play, topics);
    if (vector.isEmpty() || vector.get().getNormalisation() == Normalisation.RUNNING) {
      return new FirstVolume(0, List.of(whole(trial, vector.isPresent())));
    }
    int onset = (int) Math.max(0, event.getOnsetSeconds() / play.repetitionTimeSeconds());
    int index = Math.min(onset, vector.get().getFirstVolume());
    return new FirstVolume(
        index, List.of("played from volume %d, which trial %d needs".formatted(index, trial)));
  }

  private static String whole(int trial, boolean running) {
    return "trial %d is played with all volumes before it: %s"
        .formatted(
            trial,
            running
                ? "its running normalisation counts them"
                : "its vector was not recorded, so its window is not known");
  }

  private static Optional<VoxelVector> vector(
      int trial, Recording recording, Play play, Topics topics) {
    try (RecordStream<VoxelVector> vectors = recording.of(play, topics.voxelVectors())) {
      while (vectors.hasNext()) {
        Recorded<VoxelVector> vector = vectors.next();
        if (vector.value().getTrialIndex() == trial) {
          return Optional.of(vector.value());
        }
      }
      return Optional.empty();
    }
  }
}
