package io.mindstream.decoder.training;

import io.mindstream.decoder.inference.RgbImage;
import java.util.List;

/**
 * What a decoder learns from: trials and what was seen in them. N trials, V0 voxels.
 *
 * @param vectors (N, V0): ROI values as the pipeline's voxel vectors carry them; not copied
 * @param pictures (N): what was seen, all of one size; in square pixels as many as the model draws
 * @param categories (N): category of what was seen, a BIDS trial_type
 * @param roiId the ROI that the voxels are of
 */
@SuppressWarnings("ArrayRecordComponent") // a data set is never compared
public record TrainingSet(
    float[][] vectors, List<RgbImage> pictures, List<String> categories, String roiId) {

  /** Checks that every trial has a picture, a category and as many voxels as the others. */
  public TrainingSet {
    pictures = List.copyOf(pictures);
    categories = List.copyOf(categories);
    if (vectors.length == 0 || vectors.length != pictures.size()) {
      throw new TrainingException(
          "there are %d trials and %d pictures; each trial needs one picture"
              .formatted(vectors.length, pictures.size()));
    }
    if (categories.size() != vectors.length) {
      throw new TrainingException(
          "there are %d trials and %d categories; each trial needs one"
              .formatted(vectors.length, categories.size()));
    }
    for (int trial = 0; trial < vectors.length; trial++) {
      if (vectors[trial].length != vectors[0].length) {
        throw new TrainingException(
            "trial %d has %d voxels, the first has %d; use one ROI for all runs"
                .formatted(trial, vectors[trial].length, vectors[0].length));
      }
    }
  }

  /** N. */
  public int trials() {
    return vectors.length;
  }

  /** (N): each trial's category by its place in alphabetical order; a new array. */
  long[] labels() {
    List<String> known = categories.stream().distinct().sorted().toList();
    return categories.stream().mapToLong(known::indexOf).toArray();
  }

  /** How many different categories there are. */
  int classes() {
    return Math.toIntExact(categories.stream().distinct().count());
  }

  /** V0. */
  public int voxels() {
    return vectors[0].length;
  }
}
