package io.mindstream.standalone.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Apicurio Registry as a child process; it speaks Confluent's REST protocol. The child ends with
 * this process, however this process ends.
 */
public final class EmbeddedRegistry implements EmbeddedPart {

  private static final String CONFLUENT_PATH = "/apis/ccompat/v7";
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int OK = 200;

  private final Process process;
  private final String address;
  private final Path log;

  private EmbeddedRegistry(Process process, String address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  /**
   * Starts the child and waits until it answers.
   *
   * @param folder keeps the schemas
   * @param port where clients connect
   * @param log the child's output goes to the end of this file
   * @throws EmbeddedPartException where the port is taken, the child ended or does not answer
   */
  public static EmbeddedRegistry start(Path folder, Port port, Path log) {
    port.requireFree();
    String address = "http://127.0.0.1:" + port.number() + CONFLUENT_PATH;
    try {
      Files.createDirectories(folder);
      Process process =
          new ProcessBuilder(RegistryCommand.of(folder, port.number()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      EmbeddedRegistry registry = new EmbeddedRegistry(process, address, log);
      registry.awaitAnswer();
      return registry;
    } catch (IOException e) {
      throw new EmbeddedPartException(
          "the schema registry did not start: " + e.getMessage() + "; see " + log, e);
    }
  }

  /** The base URL of the Confluent API. */
  @Override
  public String address() {
    return address;
  }

  /** The child's process id. */
  public long pid() {
    return process.pid();
  }

  /** Closes the child's input, which it takes as the word to stop; kills it where it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer() {
    HttpClient client = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try {
      while (!answers(client)) {
        if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          throw broken("ended with exit code " + process.exitValue());
        }
        if (System.nanoTime() > deadline) {
          throw broken("did not answer within " + START_TIMEOUT.toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw broken("was interrupted");
    }
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/subjects"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  private EmbeddedPartException broken(String what) {
    close();
    return new EmbeddedPartException(
        "the schema registry "
            + what
            + "; see "
            + log
            + ", or give a running one by --registry URL",
        null);
  }
}
