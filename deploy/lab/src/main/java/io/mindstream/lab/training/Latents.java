package io.mindstream.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Latents of all pictures.
 *
 * @param values (N, Z h w)
 * @param shape (Z, h, w)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Latents(float[][] values, Shape shape) {

  /** Latents of some trials (B, Z, h, w). */
  NDArray of(NDManager scope, int[] trials) {
    int size = (int) shape.size();
    float[] batch = new float[trials.length * size];
    for (int b = 0; b < trials.length; b++) {
      System.arraycopy(values[trials[b]], 0, batch, b * size, size);
    }
    return scope.create(batch, new Shape(trials.length).addAll(shape));
  }
}
