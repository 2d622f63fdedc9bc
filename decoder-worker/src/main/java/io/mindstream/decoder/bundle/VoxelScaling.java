package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a padded vector is normalised before it enters the encoder. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = VoxelScaling.Own.class, name = "own"),
  @JsonSubTypes.Type(value = VoxelScaling.None.class, name = "none"),
  @JsonSubTypes.Type(value = VoxelScaling.Fixed.class, name = "fixed")
})
public sealed interface VoxelScaling {

  /** By mean and standard deviation of the whole given matrix (trials, padded voxels). */
  record Own() implements VoxelScaling {
    @Override
    public String toString() {
      return "own";
    }
  }

  /** Not at all: the released GOD test vectors are only padded. */
  record None() implements VoxelScaling {
    @Override
    public String toString() {
      return "none";
    }
  }

  /**
   * By the constants of the padded training matrix.
   *
   * @param mean scalar mean
   * @param sd scalar population standard deviation, above 0
   */
  record Fixed(double mean, double sd) implements VoxelScaling {

    /** Checks the numbers. */
    public Fixed {
      if (!Double.isFinite(mean) || !Double.isFinite(sd) || sd <= 0) {
        throw new IllegalArgumentException(
            "fMRI statistics need a finite mean and a standard deviation above 0, not "
                + mean
                + ","
                + sd);
      }
    }

    @Override
    public String toString() {
      return mean + "," + sd;
    }
  }

  /**
   * Reads {@code own}, {@code none} or {@code MEAN,SD}.
   *
   * @throws IllegalArgumentException where the text is none of these
   */
  static VoxelScaling parse(String text) {
    return switch (text) {
      case "own" -> new Own();
      case "none" -> new None();
      default -> parseFixed(text);
    };
  }

  private static Fixed parseFixed(String text) {
    int comma = text.indexOf(',');
    try {
      return new Fixed(
          Double.parseDouble(text.substring(0, Math.max(comma, 0))),
          Double.parseDouble(text.substring(comma + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "fMRI statistics are 'own', 'none' or MEAN,SD (for example 0.31,1.72), not '"
              + text
              + "'",
          e);
    }
  }
}
