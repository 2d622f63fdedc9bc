package io.mindstream.decoder.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** Gives the elements of tensors, one tensor after the other. */
@FunctionalInterface
public interface TensorSource {

  /**
   * Writes one tensor's elements in the type that is stored, little endian, in C order.
   *
   * @throws IOException where the output fails
   */
  void write(String name, OutputStream out) throws IOException;
}
