package io.mindstream.service;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at the start, loudly, where a server listens to more than this machine: what it serves it
 * serves to anybody.
 */
@Singleton
public final class OpenAddress implements ApplicationEventListener<ServerStartupEvent> {

  /** Where servers listen unless told otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final Logger LOG = LoggerFactory.getLogger(OpenAddress.class);

  /** What a person must know of an address, if anything. */
  public static Optional<String> warning(EmbeddedServer server) {
    return isLoopback(server.getHost())
        ? Optional.empty()
        : Optional.of(
            "listening on "
                + server.getHost()
                + " port "
                + server.getPort()
                + ": whoever reaches this machine sees everything here, NOBODY IS ASKED FOR A NAME;"
                + " put a proxy that asks before it, or set micronaut.server.host="
                + LOOPBACK);
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    warning(event.getSource()).ifPresent(LOG::warn);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
