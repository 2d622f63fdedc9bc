package io.mindstream.sink;

import io.mindstream.service.ServiceProcess;
import io.mindstream.sink.kafka.SinkService;

/** The image sink as a process; its dashboard is at {@code /}. */
public final class Application {

  private static final int PORT = 8080;

  private Application() {}

  /** Stores pictures and shows them until the process is told to end. */
  public static void main(String[] args) throws InterruptedException {
    new ServiceProcess(SinkService.NAME, PORT, SinkService.class).run(args);
  }
}
