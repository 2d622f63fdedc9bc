package io.mindstream.benchmarks.dashboard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the stream of changes over a socket, as a thread of its own, and counts its bytes. */
final class Watcher extends Thread {

  private static final int BUFFER = 64 * 1024;

  private final URI stream;
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean cutOff;

  Watcher(URI stream) {
    super("watcher");
    this.stream = stream;
    setDaemon(true);
  }

  @Override
  public void run() {
    String request = "GET " + stream.getPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket = new Socket(stream.getHost(), stream.getPort())) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[BUFFER];
      int read = in.read(buffer);
      while (read >= 0) {
        bytes.addAndGet(read);
        read = in.read(buffer);
      }
      cutOff = true;
    } catch (IOException e) {
      cutOff = true;
    }
  }

  long bytes() {
    return bytes.get();
  }

  boolean cutOff() {
    return cutOff;
  }
}
