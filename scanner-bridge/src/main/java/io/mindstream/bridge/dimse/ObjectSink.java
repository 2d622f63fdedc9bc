package io.mindstream.bridge.dimse;

/** Takes the objects that a {@link DimseListener} receives. Called by several threads at once. */
@FunctionalInterface
public interface ObjectSink {

  /**
   * Takes an object, or says why not. The peer's association waits meanwhile, so that the answer
   * must come within seconds: where there is no room, {@link StoreAnswer#OUT_OF_RESOURCES}. See
   * {@link ObjectQueue} for a sink that keeps to this.
   *
   * @throws InterruptedException where the listener was closed
   */
  StoreAnswer take(ReceivedObject object) throws InterruptedException;
}
