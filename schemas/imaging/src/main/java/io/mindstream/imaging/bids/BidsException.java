package io.mindstream.imaging.bids;

import java.nio.file.Path;

/** A folder or a file in it is not what BIDS says. The message names file, place and fix. */
public final class BidsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names file and fix.
   *
   * @param problem what is wrong, and what to do
   */
  public BidsException(Path file, String problem) {
    super(file + ": " + problem);
  }

  BidsException(Path file, long line, String column, String problem) {
    super(file + ":" + line + ": column " + column + ": " + problem);
  }

  BidsException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
