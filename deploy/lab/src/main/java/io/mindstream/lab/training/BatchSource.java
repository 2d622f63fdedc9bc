package io.mindstream.lab.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;

/** Makes the inputs of a training step. */
@FunctionalInterface
interface BatchSource {

  /**
   * The stage's inputs, in its order.
   *
   * @param scope where the arrays live
   * @param random the step's own: the same step has the same batch in every run
   */
  NDList batch(NDManager scope, SplittableRandom random);
}
