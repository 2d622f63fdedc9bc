package io.mindstream.decoder;

import io.mindstream.decoder.kafka.DecodeService;
import io.mindstream.service.ServiceProcess;

/**
 * The decoder worker as a process of its own. It needs a model: {@code
 * -mindstream.decoder.bundle=DIR}.
 */
public final class Application {

  private static final int PORT = 8083;

  private Application() {}

  /** Decodes until it is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    new ServiceProcess(DecodeService.NAME, PORT, DecodeService.class).run(arguments);
  }
}
