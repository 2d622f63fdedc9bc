package io.mindstream.decoder.bundle;

/** A model bundle cannot be read or written; the message names the file and what to do. */
public final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes a failure. */
  public BundleException(String message) {
    super(message);
  }

  /** Makes a failure with what led to it. */
  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
