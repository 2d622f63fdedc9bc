package io.mindstream.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * All that a stage needs to go on: weights, both moments, moving average (N each), losses so far.
 * Belongs to one manager and is closed with it.
 */
final class StageState {

  private final NDArray values;
  private final NDArray first;
  private final NDArray second;
  private final NDArray average;
  private final float[] losses;
  private int step;

  private StageState(NDList arrays, float[] losses, int step) {
    this.values = arrays.get(0);
    this.first = arrays.get(1);
    this.second = arrays.get(2);
    this.average = arrays.get(3);
    this.losses = losses;
    this.step = step;
  }

  /** The state before the first step. */
  static StageState fresh(NDManager manager, float[] weights, int steps) {
    NDArray values = manager.create(weights);
    NDList arrays = new NDList(values, values.zerosLike(), values.zerosLike(), values.duplicate());
    return new StageState(arrays, new float[steps], 0);
  }

  /** Reads what {@link #save} wrote, with room for the losses of {@code steps} steps. */
  static StageState load(NDManager manager, Path file, int steps) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      NDList arrays = NDList.decode(manager, in);
      float[] losses = arrays.get(4).toFloatArray();
      return new StageState(
          arrays,
          Arrays.copyOf(losses, Math.max(steps, losses.length)),
          Math.toIntExact(arrays.get(5).getLong()));
    }
  }

  /** Writes the state; a file that is there is replaced at once or not at all. */
  void save(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    NDManager manager = values.getManager();
    try (NDArray history = manager.create(losses);
        NDArray count = manager.create((long) step);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      new NDList(values, first, second, average, history, count).encode(out);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Weights, moments and average, as a step takes them. */
  NDList arrays() {
    return new NDList(values, first, second, average);
  }

  NDArray values() {
    return values;
  }

  /** Overwrites the weights (N), not their moments and average. */
  void replaceValues(float[] weights) {
    values.set(weights);
  }

  int step() {
    return step;
  }

  void record(float loss) {
    losses[step++] = loss;
  }

  /** Loss of each step done, as a new array. */
  float[] losses() {
    return Arrays.copyOf(losses, step);
  }

  float[] averageWeights() {
    return average.toFloatArray();
  }
}
