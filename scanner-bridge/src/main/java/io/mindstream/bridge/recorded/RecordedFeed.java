package io.mindstream.bridge.recorded;

import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.RunLength;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.recording.RecordStream;
import io.mindstream.storage.recording.Recorded;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingException;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A recorded run, played again with the spacing of the scanner: volume i is due at i times TR, an
 * event at its onset, at whatever speed the recorded play went.
 */
public final class RecordedFeed implements Feed {

  private final RunHeader header;
  private final RoiMask roi;
  private final FeedRun run;
  private final Play play;
  private final List<String> notes;

  private RecordedFeed(RunHeader header, RoiMask roi, FeedRun run, Play play, List<String> notes) {
    this.header = header;
    this.roi = roi;
    this.run = run;
    this.play = play;
    this.notes = List.copyOf(notes);
  }

  /**
   * Opens a recording; its volumes are read as they are played.
   *
   * @param store holds it; stays open as long as the feed is played
   * @throws RecordingException where there is no such recording, or it lacks header, mask or
   *     volumes
   * @throws io.mindstream.bridge.source.FeedException where it has no such trial
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  public static RecordedFeed open(ObjectStore store, Topics topics, RecordedOptions options) {
    Recording recording = Recording.of(store, options.run());
    Play play = recording.play(options.play());
    RunHeader header = recording.header(topics, play);
    RoiMask roi = recording.mask(topics, header.getRoiId());
    List<StimulusEvent> events = events(recording, play, topics);
    FirstVolume first = FirstVolume.of(options.fromTrial(), recording, play, topics, events);
    int trials =
        (int) events.stream().filter(e -> e.getTrialIndex() >= options.fromTrial()).count();
    RecordedRun run =
        new RecordedRun(
            recording,
            play,
            topics,
            description(options, header),
            new RunLength(volumes(recording, play, topics, header.getExpectedVolumes()), trials),
            first.index(),
            options.fromTrial());
    List<String> notes = new ArrayList<>(first.note());
    if (!play.over()) {
      notes.add("the recording has no end: it is played as far as it came");
    }
    return new RecordedFeed(header, roi, run, play, notes);
  }

  /** The model that the recorded run asked for, where it did. */
  public Optional<String> modelId() {
    return header.getModelId();
  }

  @Override
  public String description() {
    return "recording of %s, %s".formatted(header.getRunId(), play.startedAt());
  }

  @Override
  public RoiMask roi() {
    return roi;
  }

  @Override
  public List<FeedRun> runs() {
    return List.of(run);
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  private static RunDescription description(RecordedOptions options, RunHeader header) {
    String original = header.getSource().replaceFirst("^replay of [^;]*; ", "");
    String source =
        "replay of %s of %s%s; %s"
            .formatted(
                header.getRunId(),
                header.getStartedAt(),
                options.model().map(model -> ", decoded by " + model).orElse(""),
                original);
    return new RunDescription(
        options.name(),
        header.getRepetitionTimeSeconds(),
        header.getGeometry(),
        source,
        header.getSimulated(),
        header.getSliceTimingSeconds().orElse(List.of()));
  }

  /** Without their pictures, each trial once. */
  private static List<StimulusEvent> events(Recording recording, Play play, Topics topics) {
    Map<Integer, StimulusEvent> events = new TreeMap<>();
    try (RecordStream<StimulusEvent> records = recording.events(play, topics)) {
      while (records.hasNext()) {
        Recorded<StimulusEvent> event = records.next();
        events.putIfAbsent(
            event.value().getTrialIndex(),
            StimulusEvent.newBuilder(event.value()).setStimulusPng(null).build());
      }
    }
    return List.copyOf(events.values());
  }

  /** Up to the last volume, or as many as a run that ended was to have: some may be missing. */
  private static int volumes(
      Recording recording, Play play, Topics topics, Optional<Integer> expected) {
    boolean ended = play.state().equals(RunState.ENDED.name());
    if (ended && expected.isPresent() && expected.get().equals(play.volumes())) {
      return expected.get();
    }
    int last = -1;
    try (RecordStream<BoldVolume> volumes = recording.of(play, topics.volumes())) {
      while (volumes.hasNext()) {
        last = Math.max(last, volumes.next().value().getIndex());
      }
    }
    if (last < 0) {
      throw new RecordingException(
          "the recording of " + recording.index().runId() + " has no volume to play");
    }
    return Math.max(last + 1, ended ? expected.orElse(0) : 0);
  }
}
