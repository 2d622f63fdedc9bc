package io.mindstream.decoder.model;

/** The sizes, or the tensors they should follow from, do not make a MinD-Vis network. */
public final class UnusableArchitectureException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes a refusal.
   *
   * @param message which part, what is wrong, and what to do
   */
  public UnusableArchitectureException(String message) {
    super(message);
  }
}
