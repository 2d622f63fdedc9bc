package io.mindstream.bridge.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A command or data set as its fragments come. Holds what came, up to a limit; of more it only
 * knows that it was too much. For one thread.
 */
final class Fragments {

  private final int most;
  private Kept kept = new Kept();
  private boolean tooMuch;

  Fragments(int most) {
    this.most = most;
  }

  void add(ByteBuffer fragment) {
    if (tooMuch || fragment.remaining() > most - kept.size()) {
      tooMuch = true;
      kept = new Kept();
      return;
    }
    kept.write(
        fragment.array(), fragment.arrayOffset() + fragment.position(), fragment.remaining());
  }

  boolean tooMuch() {
    return tooMuch;
  }

  /** All of it; nothing may be added any more. */
  ByteBuffer all() {
    return kept.view();
  }

  /** Gives its array away in place of a copy. */
  private static final class Kept extends ByteArrayOutputStream {
    ByteBuffer view() {
      return ByteBuffer.wrap(buf, 0, count);
    }
  }
}
