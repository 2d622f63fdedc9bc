package io.mindstream.bridge.console;

/** Where a console's volumes go. For one thread. */
public interface Delivery extends AutoCloseable {

  /**
   * Hands a volume over.
   *
   * @throws io.mindstream.bridge.source.FeedException where nobody takes it
   */
  void volume(AcquiredVolume volume) throws InterruptedException;

  @Override
  void close();
}
