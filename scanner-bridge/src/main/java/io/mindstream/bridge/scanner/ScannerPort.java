package io.mindstream.bridge.scanner;

import io.mindstream.bridge.dimse.DimseListener;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.ObjectSink;
import io.mindstream.bridge.dimse.ReceivedObject;
import io.mindstream.bridge.dimse.StoreAnswer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A port at which several scanners send at once, each to a feed of its own, told apart by their AE
 * titles. For any thread.
 */
public final class ScannerPort implements AutoCloseable {

  private final Map<String, ObjectSink> sinks = new ConcurrentHashMap<>();
  private final DimseListener listener;

  private ScannerPort(DimseSettings settings, Consumer<String> notes) {
    this.listener = DimseListener.open(settings, this::take, notes);
  }

  /**
   * Opens the port to these scanners, and to nobody else. Until a scanner's feed is there it is
   * told to try again.
   *
   * @param notes hears what a person should know of those who call, on several threads
   * @throws io.mindstream.bridge.source.FeedException where the port cannot be had
   */
  public static ScannerPort open(
      DimseSettings settings, List<ScannerLane> scanners, Consumer<String> notes) {
    Set<String> titles =
        scanners.stream().map(ScannerLane::scanner).collect(Collectors.toUnmodifiableSet());
    return new ScannerPort(settings.only(titles, settings.checkCalled()), notes);
  }

  private StoreAnswer take(ReceivedObject object) throws InterruptedException {
    ObjectSink sink = sinks.get(object.callingAeTitle());
    return sink == null ? StoreAnswer.OUT_OF_RESOURCES : sink.take(object);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** The door of one scanner. The port stays open when it closes. */
  ScannerDoor door(String scanner, ObjectSink sink) {
    sinks.put(scanner, sink);
    return new ScannerDoor(address(), Optional.of(scanner), () -> sinks.remove(scanner, sink));
  }

  @Override
  public void close() {
    listener.close();
  }
}
