package io.mindstream.service;

/**
 * A service of the pipeline: bridge, preprocess, decoder or sink. It may be started again after a
 * stop; each start makes fresh clients. Starting a started service, or stopping a stopped one, does
 * nothing.
 */
public interface PipelineService {

  /** The service's name, for logs, health and dead letters: for example {@code decoder-worker}. */
  String name();

  /**
   * Starts, and returns once the service can take work.
   *
   * @throws RuntimeException where it cannot; the message says what to do
   */
  void start();

  /**
   * Finishes what was accepted, or leaves it uncommitted for the next start, and releases
   * everything.
   */
  void stop();

  /** How the service is now. */
  ServiceHealth health();
}
