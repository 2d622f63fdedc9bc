package io.mindstream.decoder.decoding;

import java.util.Optional;

/** Which runs a worker decodes, by the model that they ask for. */
public enum RunChoice {
  /** Those that ask for its model, and those that leave the choice to the decoder. */
  ANY,
  /** Those that ask for its model, beside another worker that decodes the rest. */
  ASKED_FOR;

  /**
   * Whether a worker decodes a run.
   *
   * @param asked the model that the run asks for
   * @param own the worker's model
   */
  public boolean takes(Optional<String> asked, String own) {
    return asked.map(own::equals).orElse(this == ANY);
  }
}
