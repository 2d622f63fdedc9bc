package io.mindstream.decoder.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Shapes of a checkpoint's tensors by plain name, with questions that sizes follow from. */
final class KnownShapes {

  private final Map<String, long[]> shapes;

  KnownShapes(Map<String, long[]> shapes) {
    this.shapes = shapes;
  }

  boolean has(String name) {
    return shapes.containsKey(name);
  }

  /** How many of the names for 0, 1, 2, ... are there before the first that is not. */
  int count(IntFunction<String> name) {
    return (int)
        IntStream.iterate(0, i -> i + 1).takeWhile(i -> shapes.containsKey(name.apply(i))).count();
  }

  /**
   * One axis of a tensor.
   *
   * @param size what is asked for, for the error
   * @throws UnusableArchitectureException where there is no such tensor or axis
   */
  int axis(String name, int axis, String size) {
    long[] shape = shapes.get(name);
    if (shape == null) {
      throw new UnusableArchitectureException(
          "the checkpoint has no tensor '"
              + name
              + "', which gives the "
              + size
              + "; is it a MinD-Vis model (finetuned.pth)?");
    }
    if (axis >= shape.length || shape[axis] < 1 || shape[axis] > Integer.MAX_VALUE) {
      throw new UnusableArchitectureException(
          "tensor '" + name + "' of shape " + Arrays.toString(shape) + " gives no " + size);
    }
    return (int) shape[axis];
  }
}
