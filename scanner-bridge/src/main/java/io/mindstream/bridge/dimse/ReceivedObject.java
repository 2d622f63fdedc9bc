package io.mindstream.bridge.dimse;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One object as a peer sent it by C-STORE.
 *
 * @param sopClass affected SOP class UID, one that was negotiated
 * @param sopInstance affected SOP instance UID, of valid form
 * @param transferSyntax UID of the data set's encoding
 * @param dataSet the data set without file meta; read only, nobody changes it any more
 * @param receivedAt when its last byte was there
 * @param callingAeTitle who sent it
 */
public record ReceivedObject(
    String sopClass,
    String sopInstance,
    String transferSyntax,
    ByteBuffer dataSet,
    Instant receivedAt,
    String callingAeTitle) {

  /** Keeps a read-only view with a position of its own. */
  public ReceivedObject {
    dataSet = dataSet.asReadOnlyBuffer();
  }

  /** A view of the data set with a position of its own. */
  @Override
  public ByteBuffer dataSet() {
    return dataSet.asReadOnlyBuffer();
  }
}
