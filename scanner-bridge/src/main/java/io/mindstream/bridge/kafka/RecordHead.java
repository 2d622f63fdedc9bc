package io.mindstream.bridge.kafka;

import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.time.Instant;

/**
 * What a record of the bridge is, as far as one must know without decoding it.
 *
 * @param kind what it holds
 * @param key its key in the topic: the run's id, or the mask's
 * @param at its timestamp; of a volume when its acquisition began, in microseconds
 * @param index of a volume or an event its index, origin 0; of a run's start the feed's own number
 *     of volume 0
 * @param seconds of a volume its scanner time, of an event its onset, from the start of volume 0
 */
public record RecordHead(Kind kind, String key, Instant at, long index, double seconds) {

  /** What a record holds. The names are part of the spool's format. */
  public enum Kind {
    /** A mask. */
    ROI,
    /** A STARTED header. */
    STARTED,
    /** A volume. */
    VOLUME,
    /** An event. */
    EVENT,
    /** An ENDED or ABORTED header. */
    OVER;

    /** The topic that such records go to. */
    Topic<?> topic(Topics topics) {
      return switch (this) {
        case ROI -> topics.rois();
        case STARTED, OVER -> topics.runs();
        case VOLUME -> topics.volumes();
        case EVENT -> topics.events();
      };
    }
  }

  /** A head of a record that has neither index nor scanner time. */
  static RecordHead of(Kind kind, String key, Instant at) {
    return new RecordHead(kind, key, at, 0, 0);
  }
}
