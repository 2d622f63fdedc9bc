package io.mindstream.lab.training;

/** Training cannot go on; the message says why and what to do. */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public TrainingException(String message) {
    super(message);
  }
}
