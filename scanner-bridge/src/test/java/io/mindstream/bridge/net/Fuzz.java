package io.mindstream.bridge.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends broken inputs to a listener, and looks whether a thread of it died of one. */
public final class Fuzz implements AutoCloseable {

  private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();

  /** Looks from now on. */
  public Fuzz() {
    Thread.setDefaultUncaughtExceptionHandler((thread, crash) -> crashes.add(crash));
  }

  /** Sends an input, closes the sending side, and waits for the listener to close. */
  public void send(int port, byte[] input) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000); // Nothing that hangs is silent for less.
      try {
        socket.getOutputStream().write(input);
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (SocketException e) {
        return; // The listener closed before all was sent.
      }
    }
  }

  /** Fails where a thread died. */
  public void requireNoCrash() {
    assertThat(crashes).isEmpty();
  }

  /** Bytes that a piece of work allocates on this thread. */
  public static long allocated(Work work) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** A listener's end of a connection on which an input was sent and no more comes. */
  public static Socket received(byte[] input) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket sender = new Socket(server.getInetAddress(), server.getLocalPort())) {
      sender.getOutputStream().write(input);
      return server.accept();
    }
  }

  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }
}
