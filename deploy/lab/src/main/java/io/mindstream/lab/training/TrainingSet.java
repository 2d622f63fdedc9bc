package io.mindstream.lab.training;

import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.training.TrialMixing.MixedTrial;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a decoder learns from: trials and what was seen in them. N trials, V0 voxels, C categories.
 *
 * @param vectors (N, V0): ROI values as the pipeline's voxel vectors carry them; not copied
 * @param pictures (N): what was seen, all of one size; in square pixels as many as the model draws
 * @param categories (N): category of what was seen, a BIDS trial_type
 * @param shares (N, C): how much each trial is of each category, in alphabetical order, 1 in all;
 *     not copied
 * @param mixing what is made of a trial each time that it is drawn
 * @param roiId the ROI that the voxels are of
 */
@SuppressWarnings("ArrayRecordComponent") // a data set is never compared
public record TrainingSet(
    float[][] vectors,
    List<RgbImage> pictures,
    List<String> categories,
    float[][] shares,
    TrialMixing mixing,
    String roiId) {

  /** Checks that every trial has a picture, a category and as many voxels as the others. */
  public TrainingSet {
    pictures = List.copyOf(pictures);
    categories = List.copyOf(categories);
    if (vectors.length == 0 || vectors.length != pictures.size()) {
      throw new TrainingException(
          "there are %d trials and %d pictures; each trial needs one picture"
              .formatted(vectors.length, pictures.size()));
    }
    if (categories.size() != vectors.length || shares.length != vectors.length) {
      throw new TrainingException(
          "there are %d trials and %d categories with %d shares; each trial needs one of both"
              .formatted(vectors.length, categories.size(), shares.length));
    }
    for (int trial = 0; trial < vectors.length; trial++) {
      if (vectors[trial].length != vectors[0].length) {
        throw new TrainingException(
            "trial %d has %d voxels, the first has %d; use one ROI for all runs"
                .formatted(trial, vectors[trial].length, vectors[0].length));
      }
    }
  }

  /** Trials that are each wholly of their category, as they are. */
  public static TrainingSet of(
      float[][] vectors, List<RgbImage> pictures, List<String> categories, String roiId) {
    List<String> known = categories.stream().distinct().sorted().toList();
    float[][] shares = new float[categories.size()][known.size()];
    for (int trial = 0; trial < shares.length; trial++) {
      shares[trial][known.indexOf(categories.get(trial))] = 1;
    }
    return new TrainingSet(vectors, pictures, categories, shares, TrialMixing.none(), roiId);
  }

  /** The same trials, mixed when they are drawn. */
  public TrainingSet mixed(TrialMixing other) {
    return new TrainingSet(vectors, pictures, categories, shares, other, roiId);
  }

  /** Trials to learn from, drawn at random. */
  List<MixedTrial> draw(int count, SplittableRandom random) {
    int[] chosen = random.ints(count, 0, trials()).toArray();
    return Arrays.stream(chosen).mapToObj(index -> mixing.mix(this, index, random)).toList();
  }

  /** N. */
  public int trials() {
    return vectors.length;
  }

  /** C. */
  int classes() {
    return shares[0].length;
  }

  /** V0. */
  public int voxels() {
    return vectors[0].length;
  }
}
