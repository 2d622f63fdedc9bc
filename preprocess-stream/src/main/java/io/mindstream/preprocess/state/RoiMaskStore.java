package io.mindstream.preprocess.state;

import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Every ROI mask of the topic, on every instance. It holds the topic's own bytes as they came; its
 * changelog is the topic itself, so it has no format of ours.
 */
public final class RoiMaskStore {

  /** The global store's name. */
  public static final String NAME = "roi-masks";

  private final TimestampedKeyValueStore<String, byte[]> masks;

  RoiMaskStore(TimestampedKeyValueStore<String, byte[]> masks) {
    this.masks = masks;
  }

  /** The latest mask of an ROI, encoded, not copied; null where the topic has none so far. */
  public byte @Nullable [] get(String roiId) {
    ValueAndTimestamp<byte[]> mask = masks.get(roiId);
    return mask == null ? null : mask.value();
  }
}
