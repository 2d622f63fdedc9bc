package io.mindstream.decoder.network;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** How many CPU threads PyTorch uses inside one operator, in the whole process. */
public final class TorchThreads {

  private TorchThreads() {}

  /**
   * Sets the number.
   *
   * @param threads at least 1; PyTorch's own choice is one a core
   */
  public static void use(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, not " + threads);
    }
    Engine.getEngine("PyTorch");
    JniUtils.setNumThreads(threads);
  }

  /** The number in force. */
  public static int inUse() {
    Engine.getEngine("PyTorch");
    return JniUtils.getNumThreads();
  }
}
