package io.mindstream.preprocess;

import io.mindstream.preprocess.kafka.PreprocessService;
import io.mindstream.service.ServiceProcess;

/** The preprocess stream as a process of its own, with {@code /health} and {@code /prometheus}. */
public final class Application {

  private static final int PORT = 8082;

  private Application() {}

  /** Runs until the process is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    new ServiceProcess(PreprocessService.NAME, PORT, PreprocessService.class).run(arguments);
  }
}
