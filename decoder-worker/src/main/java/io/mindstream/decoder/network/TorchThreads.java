package io.mindstream.decoder.network;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.mindstream.decoder.bundle.Weights;

/** How many CPU threads PyTorch uses inside one operator, in the whole process. */
public final class TorchThreads {

  /** Networks below this many weights are small. */
  private static final long SMALL = 30_000_000;

  /** What sets the number from outside; DJL reads it once, when it starts PyTorch. */
  private static final String DJL_THREADS = "ai.djl.pytorch.num_threads";

  private TorchThreads() {}

  /**
   * Sets what was asked for or, where that is 0, what suits a network. The operators of a small one
   * are too short to share: on a busy machine its threads spend their time waiting for each other.
   *
   * @param weights of the network that the calling thread is going to run
   * @param asked 0 for no wish
   */
  public static void useFor(Weights weights, int asked) {
    if (asked != 0) {
      use(asked);
    } else if (System.getProperty(DJL_THREADS) == null && small(weights)) {
      use(1);
    }
  }

  private static boolean small(Weights weights) {
    return weights.names().stream().mapToLong(name -> weights.spec(name).elements()).sum() < SMALL;
  }

  /**
   * Sets the number for the calling thread and for those that have not run an operator yet.
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
