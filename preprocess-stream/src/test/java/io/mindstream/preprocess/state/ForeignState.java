package io.mindstream.preprocess.state;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What comes of bytes that another program stored. */
public final class ForeignState {

  private ForeignState() {}

  /** The failure of reading a value of format 1 from a store. */
  public static StoredStateException failure(String store) {
    return catchThrowableOfType(
        StoredStateException.class,
        () -> RoiSerde.of(store).deserializer().deserialize("app-" + store, new byte[] {1}));
  }
}
