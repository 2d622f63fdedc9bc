package io.mindstream.bridge;

import io.mindstream.bridge.service.BridgeService;
import io.mindstream.service.ServiceProcess;

/**
 * The bridge as a process of its own: health and metrics by HTTP, and the feed that {@code
 * mindstream.bridge.*} names, played once. Ending the process aborts what is still playing.
 */
public final class Application {

  private static final int PORT = 8084;

  private Application() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    new ServiceProcess(BridgeService.NAME, PORT, BridgeService.class).run(arguments);
  }
}
