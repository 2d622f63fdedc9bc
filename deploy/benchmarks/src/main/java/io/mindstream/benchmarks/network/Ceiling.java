package io.mindstream.benchmarks.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the library reaches in a single operator, at the best of some calls. */
final class Ceiling {

  private static final int CALLS = 10;

  private Ceiling() {}

  static void print() throws IOException {
    try (NDManager scope = NDManager.newBaseManager("PyTorch")) {
      NDArray square = scope.randomNormal(new Shape(2048, 2048));
      print("matrix product, 2048 x 2048", 2 * Math.pow(2048, 3), () -> square.dot(square).close());
      NDArray picture = scope.randomNormal(new Shape(1, 384, 32, 32));
      NDArray weight = scope.randomNormal(new Shape(384, 384, 3, 3));
      NDArray bias = scope.zeros(new Shape(384));
      Shape one = new Shape(1, 1);
      print(
          "convolution, 384 channels, 3 x 3, 32 x 32 pixels",
          2.0 * 384 * 384 * 9 * 32 * 32,
          () -> Conv2d.conv2d(picture, weight, bias, one, one, one).forEach(NDArray::close));
    }
  }

  private static void print(String what, double operations, Cost.Work work) throws IOException {
    List<Cost> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(Cost.of(work));
    }
    System.out.printf("%s: %.0f GFLOP/s%n", what, operations / Cost.best(calls).wall() / 1e9);
  }
}
