package io.mindstream.lab.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mindstream.imaging.picture.RgbImage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What the autoencoder's training does beside descending: batches, dead codes, all latents. */
final class AutoencoderStage {

  private static final String CODES = "first_stage_model.quantize.embedding.weight";
  private static final int REVIVE_EVERY = 20;
  private static final int CHUNK = 64;

  private final List<RgbImage> pictures;
  private final int batch;
  private final int steps;

  AutoencoderStage(List<RgbImage> pictures, StagePlan plan) {
    this.pictures = pictures;
    this.batch = plan.batch();
    this.steps = plan.steps();
  }

  BatchSource batches() {
    return (scope, random) -> new NDList(PictureArrays.of(scope, choose(batch, random)));
  }

  /**
   * In the first two thirds of the training, moves each code that no latent of some pictures is
   * near to onto one of their latents (Williams et al., arXiv 2002.08111).
   */
  StageTrainer.Care revival(TrainableNetwork network, int codesAt, int codes, int width) {
    return (done, state, random) -> {
      if (done % REVIVE_EVERY != 1 || done > 2 * steps / 3) {
        return;
      }
      try (NDManager scope = network.newScope()) {
        NDArray z = network.run("latents", PictureArrays.of(scope, choose(CHUNK, random)));
        long[] used = network.run("indices", z).toLongArray();
        float[] rows = z.transpose(0, 2, 3, 1).toFloatArray();
        float[] values = state.values().toFloatArray();
        revive(values, codesAt, unused(used, codes), rows, width, random);
        state.replaceValues(values);
        network.store(state.values());
      }
    };
  }

  private static int[] unused(long[] used, int codes) {
    boolean[] seen = new boolean[codes];
    for (long code : used) {
      seen[(int) code] = true;
    }
    return IntStream.range(0, codes).filter(code -> !seen[code]).toArray();
  }

  private static void revive(
      float[] values, int codesAt, int[] dead, float[] rows, int width, SplittableRandom random) {
    for (int code : dead) {
      int row = random.nextInt(rows.length / width);
      System.arraycopy(rows, row * width, values, codesAt + code * width, width);
    }
  }

  private List<RgbImage> choose(int count, SplittableRandom random) {
    return random.ints(count, 0, pictures.size()).mapToObj(pictures::get).toList();
  }

  /** Latents of all pictures, not quantised. A picture that many trials share is encoded once. */
  static Latents latents(TrainableNetwork network, List<RgbImage> pictures) {
    IdentityHashMap<RgbImage, Integer> places = new IdentityHashMap<>();
    List<RgbImage> distinct = new ArrayList<>();
    for (RgbImage picture : pictures) {
      if (places.putIfAbsent(picture, distinct.size()) == null) {
        distinct.add(picture);
      }
    }
    Latents found = encoded(network, distinct);
    float[][] all =
        pictures.stream()
            .map(picture -> found.values()[requireNonNull(places.get(picture))])
            .toArray(float[][]::new);
    return new Latents(all, found.shape());
  }

  private static Latents encoded(TrainableNetwork network, List<RgbImage> pictures) {
    float[][] all = new float[pictures.size()][];
    Shape shape = new Shape();
    for (int from = 0; from < all.length; from += CHUNK) {
      int to = Math.min(from + CHUNK, all.length);
      try (NDManager scope = network.newScope()) {
        NDArray z = network.run("latents", PictureArrays.of(scope, pictures.subList(from, to)));
        shape = z.getShape().slice(1);
        float[] values = z.toFloatArray();
        int size = (int) shape.size();
        for (int i = from; i < to; i++) {
          all[i] = java.util.Arrays.copyOfRange(values, (i - from) * size, (i - from + 1) * size);
        }
      }
    }
    return new Latents(all, shape);
  }

  /** Where the codes begin among the stage's numbers. */
  static int codesAt(List<String> parameters, NamedTensors weights) {
    return weights.flat(parameters.subList(0, parameters.indexOf(CODES))).length;
  }
}
