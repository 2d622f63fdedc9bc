package io.mindstream.decoder.bundle;

import java.nio.ByteBuffer;
import java.util.Set;

/** The named tensors of a bundle: read only, float32 ones mapped from the file. */
public interface Weights {

  /** All names, in the file's order. */
  Set<String> names();

  /**
   * Stored type and shape of a tensor.
   *
   * @throws BundleException where the bundle has no such tensor
   */
  TensorSpec spec(String name);

  /**
   * The tensor's elements as float32, little endian, in C order (last axis fastest).
   *
   * @return a new read-only view from 0 to its end; the caller owns its position
   * @throws BundleException where the bundle has no such tensor
   */
  ByteBuffer data(String name);
}
