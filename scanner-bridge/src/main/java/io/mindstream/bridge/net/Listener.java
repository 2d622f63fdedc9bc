package io.mindstream.bridge.net;

import io.mindstream.bridge.source.FeedException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening port. Each connection has a thread of its own; what breaks in one leaves the others
 * and the port alone. May be used by any thread.
 */
public final class Listener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int BACKLOG = 64;
  private static final int PAUSE_MILLIS = 100;

  private final ServerSocket server;
  private final String name;
  private final int most;
  private final Conversation conversation;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Listener(ServerSocket server, String name, int most, Conversation conversation) {
    this.server = server;
    this.name = name;
    this.most = most;
    this.conversation = conversation;
  }

  /**
   * Opens a port and serves it.
   *
   * @param address where to listen; port 0 takes any free one
   * @param name of the threads
   * @param most connections that are served at once; as many again are told so, others are closed
   * @throws FeedException where the port cannot be had
   */
  public static Listener open(
      InetSocketAddress address, String name, int most, Conversation conversation) {
    Listener listener = new Listener(bound(address), name, most, conversation);
    listener.start(name, listener::accept);
    return listener;
  }

  private static ServerSocket bound(InetSocketAddress address) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(address, BACKLOG);
      return server;
    } catch (IOException e) {
      throw new FeedException(
          "cannot listen on %s port %d (%s); give another port by --port, or an address of this machine by --bind"
              .formatted(address.getHostString(), address.getPort(), e.getMessage()));
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Closes the port and every connection, and interrupts their threads. Returns at once. */
  @Override
  public void close() {
    closed.countDown();
    quietly(server);
    open.forEach(Listener::quietly);
    threads.forEach(Thread::interrupt);
  }

  private void start(String threadName, Runnable body) {
    Thread thread = new Thread(body, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        admit(server.accept());
      } catch (IOException e) {
        pauseAfter(e);
      }
    }
  }

  /** Such as too many open files: it may pass. */
  private void pauseAfter(IOException e) {
    if (!server.isClosed()) {
      LOG.warn("{} could not take a connection: {}", name, e.getMessage());
    }
    try {
      closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(Socket socket) {
    int now = count.incrementAndGet();
    if (now > 2 * most) {
      count.decrementAndGet();
      quietly(socket);
      return;
    }
    open.add(socket);
    start(name + "-connection", () -> converse(socket, now <= most));
  }

  private void converse(Socket socket, boolean welcome) {
    threads.add(Thread.currentThread());
    try (socket) {
      socket.setTcpNoDelay(true);
      if (welcome) {
        conversation.serve(socket);
      } else {
        LOG.warn("{} serves {} connections already; one more is refused", name, most);
        conversation.refuse(socket);
      }
    } catch (IOException e) {
      LOG.info("{}: a connection broke: {}", name, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Closed; the thread ends here.
    } finally {
      open.remove(socket);
      threads.remove(Thread.currentThread());
      count.decrementAndGet();
    }
  }

  private static void quietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("a socket did not close: {}", e.getMessage());
    }
  }
}
