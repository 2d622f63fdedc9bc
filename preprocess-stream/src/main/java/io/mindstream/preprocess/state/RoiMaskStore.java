package io.mindstream.preprocess.state;

import java.util.function.Function;
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

  private final Function<String, byte @Nullable []> masks;

  /**
   * Masks that lie elsewhere.
   *
   * @param masks the latest mask of an ROI id, encoded; null where there is none
   */
  RoiMaskStore(Function<String, byte @Nullable []> masks) {
    this.masks = masks;
  }

  /** The masks of the global store. */
  static RoiMaskStore of(TimestampedKeyValueStore<String, byte[]> store) {
    return new RoiMaskStore(
        roiId -> {
          ValueAndTimestamp<byte[]> mask = store.get(roiId);
          return mask == null ? null : mask.value();
        });
  }

  /** The latest mask of an ROI, encoded, not copied; null where the topic has none so far. */
  public byte @Nullable [] get(String roiId) {
    return masks.apply(roiId);
  }
}
