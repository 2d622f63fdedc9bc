package io.mindstream.bridge.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A command or data set as its fragments come. Holds what came, up to a limit; of more it only
 * knows that it was too much. For one thread.
 */
final class Fragments {

  private static final int LEAST = 32;

  private final int most;
  private Kept kept;
  private boolean tooMuch;

  Fragments(int most) {
    this(most, 0);
  }

  /**
   * Fragments that are expected to be so many bytes.
   *
   * @param expected no more than came already, else an announcement alone would cost memory
   */
  Fragments(int most, int expected) {
    this.most = most;
    this.kept = new Kept(expected);
  }

  void add(ByteBuffer fragment) {
    if (tooMuch || fragment.remaining() > most - kept.size()) {
      tooMuch = true;
      kept = new Kept(0);
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
    private Kept(int expected) {
      super(Math.max(LEAST, expected));
    }

    ByteBuffer view() {
      return ByteBuffer.wrap(buf, 0, count);
    }
  }
}
