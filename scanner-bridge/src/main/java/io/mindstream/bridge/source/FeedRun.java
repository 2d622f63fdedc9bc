package io.mindstream.bridge.source;

import java.util.Iterator;

/** One run of a feed. It can be opened again and again, always with the same messages. */
public interface FeedRun {

  /** What is known before the first volume. */
  RunDescription description();

  /** How many volumes and events follow. */
  RunLength length();

  /**
   * When the first message is due: seconds of scanner time from the start of the run's volume 0,
   * more than 0 where a run is played from a later volume on.
   */
  default double beginsAtSeconds() {
    return 0;
  }

  /**
   * Opens the run at its beginning. The messages are made one by one, as they are asked for.
   *
   * @throws FeedException where the file cannot be opened
   */
  Messages open();

  /**
   * The run's volumes and events in order of time; an event comes before a volume of the same time.
   * {@code next} throws {@link FeedException} where the file breaks.
   */
  interface Messages extends Iterator<FeedMessage>, AutoCloseable {
    @Override
    void close();
  }
}
