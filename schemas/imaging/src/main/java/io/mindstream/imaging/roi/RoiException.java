package io.mindstream.imaging.roi;

/** A mask cannot be used. The message names the file and the fix. */
public final class RoiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which mask, and what to do. */
  public RoiException(String message) {
    super(message);
  }
}
