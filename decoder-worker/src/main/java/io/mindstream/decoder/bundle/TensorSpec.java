package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.ElementType;
import java.util.Arrays;

/** Element type and shape of a tensor. */
public final class TensorSpec {

  private final ElementType dtype;
  private final long[] shape;

  /**
   * Describes a tensor.
   *
   * @param dtype element type
   * @param shape sizes of its axes, outermost first; copied
   */
  public TensorSpec(ElementType dtype, long... shape) {
    this.dtype = dtype;
    this.shape = shape.clone();
  }

  /** Element type. */
  public ElementType dtype() {
    return dtype;
  }

  /** Sizes of the axes, outermost first; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** Number of elements. */
  public long elements() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorSpec spec
        && spec.dtype == dtype
        && Arrays.equals(spec.shape, shape);
  }

  @Override
  public int hashCode() {
    return 31 * dtype.hashCode() + Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return dtype + Arrays.toString(shape);
  }
}
