package io.mindstream.bridge.dimse;

import io.mindstream.bridge.net.Conversation;
import io.mindstream.bridge.net.Listener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * Receives DICOM objects by C-STORE, several associations at once, and answers C-ECHO. May be used
 * by any thread.
 */
public final class DimseListener implements AutoCloseable {

  private final Listener listener;

  private DimseListener(Listener listener) {
    this.listener = listener;
  }

  /**
   * Listens from now on.
   *
   * @param sink takes what is received, on the associations' threads
   * @param notes hears what a person should know of those who call, on the same threads
   * @throws io.mindstream.bridge.source.FeedException where the port cannot be had
   */
  public static DimseListener open(
      DimseSettings settings, ObjectSink sink, Consumer<String> notes) {
    Callers callers = new Callers(notes);
    Services services = new Services(sink, callers);
    Conversation conversation = new Associations(settings, services, callers);
    return new DimseListener(
        Listener.open(
            settings.address(), "dicom-listener", settings.mostAssociations(), conversation));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** Closes the port and all associations. Returns at once. */
  @Override
  public void close() {
    listener.close();
  }

  private record Associations(DimseSettings settings, Services services, Callers callers)
      implements Conversation {

    @Override
    public void serve(Socket socket) throws IOException, InterruptedException {
      new Association(socket, settings, services, callers).run();
    }

    @Override
    public void refuse(Socket socket) throws IOException {
      new Association(socket, settings, services, callers).refuse(Rejection.TOO_MANY);
    }
  }
}
