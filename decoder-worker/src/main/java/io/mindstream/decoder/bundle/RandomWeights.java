package io.mindstream.decoder.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Random tensors that keep activations bounded: uniform, with variance 1 / fan-in for weights,
 * close to 1 for scales of norms and close to 0 for biases. Each tensor depends on the seed and its
 * own name alone.
 */
final class RandomWeights implements TensorSource {

  private static final int CHUNK = 1 << 16;
  private static final float UNIT_VARIANCE = (float) Math.sqrt(3);
  private static final float NEARLY = 0.02f;

  private final Map<String, long[]> shapes;
  private final long seed;

  RandomWeights(Map<String, long[]> shapes, long seed) {
    this.shapes = shapes;
    this.seed = seed;
  }

  @Override
  public void write(String name, OutputStream out) throws IOException {
    long[] shape = shapes.getOrDefault(name, new long[0]);
    float centre = shape.length == 1 && name.endsWith(".weight") ? 1 : 0;
    float range = UNIT_VARIANCE * deviation(name, shape);
    SplittableRandom random = new SplittableRandom(seed ^ ((long) name.hashCode() << Integer.SIZE));
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (long left = product(shape, 0); left > 0; left--) {
      float uniform = (random.nextLong() >>> 40) * 0x1p-23f - 1;
      chunk.putFloat(centre + range * uniform);
      if (!chunk.hasRemaining() || left == 1) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
    }
  }

  private static float deviation(String name, long[] shape) {
    if (shape.length == 1 || name.endsWith("pos_embed")) {
      return NEARLY;
    }
    if (name.endsWith("embedding.weight")) {
      return 1;
    }
    return (float) (1 / Math.sqrt((double) product(shape, 1)));
  }

  private static long product(long[] shape, int from) {
    return Arrays.stream(shape, from, shape.length).reduce(1, Math::multiplyExact);
  }
}
