package io.mindstream.standalone.vectors;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.offline.OfflineRun;
import io.mindstream.preprocess.offline.OfflineStream;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.recording.RecordStream;
import io.mindstream.storage.recording.Recorded;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingException;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A play of a recorded run, to be preprocessed.
 *
 * @param recording holds it
 * @param topics the catalogue
 * @param play which play
 * @param number of the play, origin 1
 * @param headers of the play, the STARTED one first
 * @param mask its ROI
 */
record RecordedPlay(
    Recording recording,
    Topics topics,
    Play play,
    int number,
    List<RunHeader> headers,
    RoiMask mask) {

  /**
   * Opens a recording.
   *
   * @param number origin 1; empty for the longest play
   * @throws RecordingException where there is none, or it lacks its begin or its mask
   */
  static RecordedPlay open(ObjectStore store, Topics topics, RunId run, Optional<Integer> number) {
    Recording recording = Recording.of(store, run);
    Play play = recording.play(number);
    List<RunHeader> headers = recording.headers(topics, play);
    if (headers.isEmpty() || headers.get(0).getState() != RunState.STARTED) {
      throw new RecordingException(
          "the recording of " + run + " lacks the header that the run STARTED with");
    }
    return new RecordedPlay(
        recording,
        topics,
        play,
        1 + recording.index().plays().indexOf(play),
        headers,
        recording.mask(topics, headers.get(0).getRoiId()));
  }

  /** What the stream makes of it; its volumes are read one by one. */
  OfflineRun preprocess(PreprocessConfig config, InstantSource clock) {
    OfflineStream stream = new OfflineStream(topics, config, clock);
    stream.mask(mask);
    stream.header(headers.get(0), play.startedAt());
    try (RecordStream<BoldVolume> volumes = recording.of(play, topics.volumes());
        RecordStream<StimulusEvent> events = recording.events(play, topics)) {
      merge(volumes, events, stream);
    }
    headers.subList(1, headers.size()).forEach(header -> stream.header(header, play.startedAt()));
    return stream.end();
  }

  /** By the time of the scanner, an event before a volume of the same time. */
  private static void merge(
      RecordStream<BoldVolume> volumes, RecordStream<StimulusEvent> events, OfflineStream stream) {
    @Nullable Recorded<StimulusEvent> event = next(events);
    while (volumes.hasNext()) {
      Recorded<BoldVolume> volume = volumes.next();
      while (event != null && !event.at().isAfter(volume.at())) {
        stream.event(event.value(), event.at());
        event = next(events);
      }
      stream.volume(volume.value(), volume.at());
    }
    while (event != null) {
      stream.event(event.value(), event.at());
      event = next(events);
    }
  }

  private static @Nullable Recorded<StimulusEvent> next(RecordStream<StimulusEvent> events) {
    return events.hasNext() ? events.next() : null;
  }
}
