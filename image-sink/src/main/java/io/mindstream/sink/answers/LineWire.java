package io.mindstream.sink.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/** A way for lines to another computer. For one thread. */
sealed interface LineWire extends AutoCloseable {

  /** Sends a line, which ends with a newline. */
  void send(String line) throws IOException;

  @Override
  void close() throws IOException;

  /** Opens {@code udp://HOST:PORT} or {@code tcp://HOST:PORT}. */
  static LineWire open(URI target) throws IOException {
    InetSocketAddress to = new InetSocketAddress(target.getHost(), target.getPort());
    if (to.isUnresolved()) {
      throw new IOException("no such host");
    }
    return target.getScheme().equals("udp") ? new Udp(new DatagramSocket(), to) : Tcp.connect(to);
  }

  /** One datagram a line; nobody says whether it came. */
  record Udp(DatagramSocket socket, InetSocketAddress to) implements LineWire {
    @Override
    public void send(String line) throws IOException {
      byte[] bytes = line.getBytes(UTF_8);
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  /** A connection. */
  record Tcp(Socket socket) implements LineWire {

    private static final int CONNECT_MILLIS = 3000;

    static Tcp connect(InetSocketAddress to) throws IOException {
      Socket socket = new Socket();
      try {
        socket.connect(to, CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(1);
        return new Tcp(socket);
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    @Override
    public void send(String line) throws IOException {
      requirePeer();
      socket.getOutputStream().write(line.getBytes(UTF_8));
      socket.getOutputStream().flush();
    }

    /** The first write to a peer that went away would pass for sent. */
    private void requirePeer() throws IOException {
      try {
        if (socket.getInputStream().read() < 0) {
          throw new IOException("the other side closed the connection");
        }
      } catch (SocketTimeoutException e) {
        return; // It is there and says nothing, as it should.
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
