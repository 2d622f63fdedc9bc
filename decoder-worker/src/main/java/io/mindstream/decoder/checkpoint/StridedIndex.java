package io.mindstream.decoder.checkpoint;

/** Walks through a strided tensor in C order (last axis fastest). */
final class StridedIndex {

  private final long[] shape;
  private final long[] stride;
  private final long[] index;
  private long position;

  StridedIndex(long[] shape, long[] stride) {
    this.shape = shape;
    this.stride = stride;
    this.index = new long[shape.length];
  }

  /** The current element, counted from the tensor's first. */
  long position() {
    return position;
  }

  void advance() {
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      position += stride[axis];
      if (++index[axis] < shape[axis]) {
        return;
      }
      position -= stride[axis] * shape[axis];
      index[axis] = 0;
    }
  }
}
