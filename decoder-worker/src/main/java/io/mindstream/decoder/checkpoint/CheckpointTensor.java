package io.mindstream.decoder.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A tensor of a checkpoint: a strided view of a storage in the file. Nothing of it is on the heap.
 */
public final class CheckpointTensor {

  private static final int MOST_AXES = 64;
  private static final long MOST_ELEMENTS = Integer.MAX_VALUE / Float.BYTES;
  private static final int CHUNK = 1 << 16;

  private final TensorStorage storage;
  private final StorageReference reference;
  private final long offset;
  private final long[] shape;
  private final long[] stride;
  private final long span;
  private final float sign;

  /**
   * Makes a view.
   *
   * @param offset first element, from the reference's own first
   * @param shape sizes of the axes
   * @param stride elements from one index to the next, for each axis
   * @throws CheckpointException where the view reaches beyond its storage
   */
  CheckpointTensor(
      TensorStorage storage, StorageReference reference, long offset, long[] shape, long[] stride) {
    this(storage, reference, offset, shape, stride, 1);
  }

  private CheckpointTensor(
      TensorStorage storage,
      StorageReference reference,
      long offset,
      long[] shape,
      long[] stride,
      float sign) {
    this.sign = sign;
    this.storage = storage;
    this.reference = reference;
    this.offset = offset;
    this.shape = shape;
    this.stride = stride;
    CheckpointFile.require(
        shape.length == stride.length && shape.length <= MOST_AXES,
        "its pickle has a tensor whose shape and strides do not match");
    try {
      span = elements() == 0 ? 0 : span(shape, stride);
      CheckpointFile.require(
          elements() <= MOST_ELEMENTS && Math.addExact(offset, span) <= reference.elements(),
          "its pickle has a tensor that reaches beyond its storage");
    } catch (ArithmeticException e) {
      throw new CheckpointException("its pickle has a tensor of an absurd shape", e);
    }
  }

  /** The same view with every element's sign turned, as PyTorch's negative bit means. */
  CheckpointTensor negated() {
    return new CheckpointTensor(storage, reference, offset, shape, stride, -sign);
  }

  /** Elements from the first to the last, both included. */
  private static long span(long[] shape, long[] stride) {
    long span = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      span = Math.addExact(span, Math.multiplyExact(shape[axis] - 1, stride[axis]));
    }
    return span;
  }

  /** Element type. */
  public ElementType type() {
    return reference.type();
  }

  /** Sizes of the axes, outermost first; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** Number of elements. */
  public long elements() {
    return Arrays.stream(shape).reduce(1, CheckpointTensor::times);
  }

  /** Exact, but 0 wins over any overflow. */
  private static long times(long a, long b) {
    return a == 0 || b == 0 ? 0 : Math.multiplyExact(a, b);
  }

  /**
   * Writes all elements as float32, little endian, in C order, whatever their type and strides.
   *
   * @throws CheckpointException where the file is damaged or can no longer be read
   * @throws IOException where the output fails
   */
  public void writeFloat32(OutputStream out) throws IOException {
    write(out, value -> {});
  }

  /**
   * As {@link #writeFloat32}, of numbers alone: one that is NaN or infinite, as it is or as
   * float32, would make every picture the same.
   *
   * @param name of the tensor, for people
   * @throws CheckpointException where an element is not finite, too
   */
  public void writeFiniteFloat32(String name, OutputStream out) throws IOException {
    write(
        out,
        value -> {
          if (!Float.isFinite(value)) {
            throw new CheckpointException(
                "the checkpoint's tensor "
                    + name
                    + " holds "
                    + value
                    + "; its training diverged or the file is damaged: give another checkpoint");
          }
        });
  }

  /** Sees each element as it is written. */
  private interface Check {
    void see(float value);
  }

  private void write(OutputStream out, Check check) throws IOException {
    ByteBuffer elements = map();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    int bytes = type().bytes();
    StridedIndex index = new StridedIndex(shape, stride);
    for (long i = elements(); i > 0; i--) {
      float value = sign * type().toFloat(elements, (int) index.position() * bytes);
      check.see(value);
      chunk.putFloat(value);
      index.advance();
      if (!chunk.hasRemaining() || i == 1) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
    }
  }

  /** All elements as float32 in C order: for small tensors. */
  public float[] floats() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeFloat32(bytes);
    } catch (IOException e) {
      throw new CheckpointException("the checkpoint cannot be read: " + e, e);
    }
    ByteBuffer little = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    float[] floats = new float[little.remaining() / Float.BYTES];
    little.asFloatBuffer().get(floats);
    return floats;
  }

  private ByteBuffer map() {
    try {
      return storage.map(reference, offset, span);
    } catch (IOException e) {
      throw new CheckpointException("the checkpoint cannot be read: " + e, e);
    }
  }
}
