package io.mindstream.bridge.recorded;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.RunLength;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.StoreUnavailableException;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingException;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.util.function.Supplier;

/** A play of a recording, from one of its volumes and trials on. */
record RecordedRun(
    Recording recording,
    Play play,
    Topics topics,
    RunDescription description,
    RunLength length,
    int firstVolume,
    int firstTrial)
    implements FeedRun {

  @Override
  public double beginsAtSeconds() {
    return firstVolume * description.repetitionTimeSeconds();
  }

  @Override
  public Messages open() {
    RecordedMessages merged =
        new RecordedMessages(
            recording.of(play, topics.volumes()),
            recording.events(play, topics),
            description.repetitionTimeSeconds(),
            firstVolume,
            firstTrial);
    return new Messages() {
      @Override
      public boolean hasNext() {
        return told(merged::hasNext);
      }

      @Override
      public FeedMessage next() {
        return told(merged::next);
      }

      @Override
      public void close() {
        merged.close();
      }
    };
  }

  /** What the store says is the feed's to say. */
  private static <T> T told(Supplier<T> read) {
    try {
      return read.get();
    } catch (RecordingException | StoreUnavailableException e) {
      throw new FeedException(e);
    }
  }
}
