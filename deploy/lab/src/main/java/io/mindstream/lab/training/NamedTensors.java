package io.mindstream.lab.training;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.TensorSpec;
import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.checkpoint.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weights in the making: named float32 tensors on the heap. Not thread-safe. */
public final class NamedTensors implements Weights {

  private final Map<String, FloatArray> tensors = new LinkedHashMap<>();

  /**
   * Adds a tensor, or replaces it.
   *
   * @param values in C order; not copied
   * @param shape sizes of its axes
   */
  public void put(String name, float[] values, long... shape) {
    TensorSpec spec = new TensorSpec(ElementType.FLOAT32, shape);
    if (spec.elements() != values.length) {
      throw new IllegalArgumentException(
          "tensor '%s' of shape %s cannot hold %d values".formatted(name, spec, values.length));
    }
    tensors.put(name, new FloatArray(shape.clone(), values));
  }

  /** The tensor's own values; writing changes it. */
  public float[] values(String name) {
    return tensor(name).values();
  }

  /** The named tensors end to end, as a new array. */
  public float[] flat(List<String> names) {
    float[] all = new float[names.stream().mapToInt(name -> values(name).length).sum()];
    int at = 0;
    for (String name : names) {
      float[] values = values(name);
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }

  /** Overwrites the named tensors with what {@link #flat} gives. */
  public void setFlat(List<String> names, float[] all) {
    int at = 0;
    for (String name : names) {
      float[] values = values(name);
      System.arraycopy(all, at, values, 0, values.length);
      at += values.length;
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public TensorSpec spec(String name) {
    return new TensorSpec(ElementType.FLOAT32, tensor(name).shape());
  }

  @Override
  public ByteBuffer data(String name) {
    float[] values = values(name);
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }

  private FloatArray tensor(String name) {
    FloatArray tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("there is no tensor '" + name + "'");
    }
    return tensor;
  }
}
