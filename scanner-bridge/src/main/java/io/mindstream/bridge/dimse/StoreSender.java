package io.mindstream.bridge.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One association that stores objects by C-STORE, as a scanner asks for it. Objects are in explicit
 * VR little endian. For one thread.
 */
public final class StoreSender implements AutoCloseable {

  private static final int MOST_MESSAGES = 0xFFFF;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AskedAssociation association;
  private final String sopClass;
  private int messages;

  private StoreSender(AskedAssociation association, String sopClass) {
    this.association = association;
    this.sopClass = sopClass;
  }

  /**
   * Opens an association for objects of one class.
   *
   * @param calling own AE title
   * @param called the receiver's AE title
   * @throws IOException where nobody answers, or the receiver refuses
   * @throws IllegalArgumentException where a title is none
   */
  public static StoreSender open(
      InetSocketAddress receiver, String calling, String called, String sopClass)
      throws IOException {
    return new StoreSender(
        AskedAssociation.open(receiver, calling, called, sopClass, PATIENCE), sopClass);
  }

  /**
   * Stores an object, and waits for the answer.
   *
   * @param sopInstance its UID
   * @param dataSet explicit VR little endian
   * @return the status, 0 where it is stored
   */
  public int store(String sopInstance, byte[] dataSet) throws IOException {
    messages = messages % MOST_MESSAGES + 1;
    association.send(CommandSet.store(messages, sopClass, sopInstance));
    association.send(dataSet);
    return association.status();
  }

  /** Releases the association. */
  @Override
  public void close() throws IOException {
    association.close();
  }
}
