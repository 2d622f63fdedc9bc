package io.mindstream.bridge.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * From a picture to voxels: a fixed random linear read-out of each region's features, one subject's
 * own, in the manner of the encoding models of Kay et al. 2008 and Naselaris et al. 2011. Each
 * voxel's response is standardised over a fixed set of stimuli: mean 0, standard deviation 1.
 *
 * <p>V voxels stand in the order of {@link Region}.
 */
final class EncodingModel {

  private static final int CALIBRATION_STIMULI = 240;
  private static final long TUNING = 1;

  private final FeatureBank bank = new FeatureBank();
  private final List<VoxelTuning> voxels = new ArrayList<>();
  private final double[] mean;
  private final double[] deviation;

  EncodingModel(long subjectSeed, int voxelCount) {
    Map<Region, FeatureMap> like = bank.features(new Stimulus(Category.FACE, 0));
    Random random = Seeds.random(subjectSeed, TUNING);
    sizes(voxelCount)
        .forEach(
            (region, size) -> {
              for (int i = 0; i < size; i++) {
                voxels.add(new VoxelTuning(region, feature(like, region), random));
              }
            });
    mean = new double[voxelCount];
    deviation = new double[voxelCount];
    calibrate();
  }

  /** Standardised response of each voxel (V) to a stimulus, as a new array. */
  float[] respond(Stimulus stimulus) {
    double[] raw = raw(stimulus);
    float[] response = new float[raw.length];
    for (int v = 0; v < raw.length; v++) {
      response[v] = (float) ((raw[v] - mean[v]) / deviation[v]);
    }
    return response;
  }

  /** Which region each voxel (V) belongs to. */
  List<Region> regions() {
    return voxels.stream().map(VoxelTuning::region).toList();
  }

  private double[] raw(Stimulus stimulus) {
    Map<Region, FeatureMap> features = bank.features(stimulus);
    double[] raw = new double[voxels.size()];
    for (int v = 0; v < raw.length; v++) {
      VoxelTuning voxel = voxels.get(v);
      raw[v] = voxel.respond(feature(features, voxel.region()));
    }
    return raw;
  }

  /** Every region is in the map that the bank makes. */
  private static FeatureMap feature(Map<Region, FeatureMap> features, Region region) {
    return Objects.requireNonNull(features.get(region));
  }

  private void calibrate() {
    List<Category> viewed = Category.viewed();
    double[] squares = new double[mean.length];
    for (int i = 0; i < CALIBRATION_STIMULI; i++) {
      double[] raw = raw(new Stimulus(viewed.get(i % viewed.size()), i));
      for (int v = 0; v < raw.length; v++) {
        mean[v] += raw[v] / CALIBRATION_STIMULI;
        squares[v] += raw[v] * raw[v] / CALIBRATION_STIMULI;
      }
    }
    for (int v = 0; v < mean.length; v++) {
      deviation[v] = Math.sqrt(Math.max(1e-12, squares[v] - mean[v] * mean[v]));
    }
  }

  /** Voxels of each region; what rounding leaves over goes to the first. */
  private static Map<Region, Integer> sizes(int voxelCount) {
    Map<Region, Integer> sizes = new EnumMap<>(Region.class);
    int left = voxelCount;
    for (Region region : Region.values()) {
      int size = (int) (region.share() * voxelCount);
      sizes.put(region, size);
      left -= size;
    }
    sizes.merge(Region.V1, left, Integer::sum);
    return sizes;
  }
}
