package io.mindstream.decoder.bundle;

import java.nio.ByteBuffer;
import java.util.Set;

/** The named tensors of a bundle: read only, mapped from the file, never on the heap. */
public interface Weights {

  /** All names, in the file's order. */
  Set<String> names();

  /**
   * Type and shape of a tensor.
   *
   * @throws BundleException where the bundle has no such tensor
   */
  TensorSpec spec(String name);

  /**
   * The tensor's elements, little endian, in C order (last axis fastest).
   *
   * @return a new read-only view from 0 to the tensor's bytes; the caller owns its position
   * @throws BundleException where the bundle has no such tensor
   */
  ByteBuffer data(String name);
}
