package io.mindstream.bridge.net;

import java.io.IOException;
import java.net.Socket;

/** What is done with a connection, on a thread of its own. The listener closes the socket. */
public interface Conversation {

  /**
   * Serves a connection to its end.
   *
   * @throws IOException where the connection broke; the listener goes on with the others
   * @throws InterruptedException where the listener was closed
   */
  void serve(Socket socket) throws IOException, InterruptedException;

  /**
   * Tells a peer that there are too many connections; by default it only sees the connection close.
   *
   * @throws IOException where the connection broke
   */
  default void refuse(Socket socket) throws IOException {
    socket.shutdownOutput();
  }
}
