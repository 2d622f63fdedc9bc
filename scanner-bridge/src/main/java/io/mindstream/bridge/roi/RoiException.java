package io.mindstream.bridge.roi;

/** A mask cannot be used. The message names the file and the fix. */
public final class RoiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RoiException(String message) {
    super(message);
  }
}
