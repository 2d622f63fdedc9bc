package io.mindstream.service;

import java.time.Duration;

/** A service that is a loop of sessions with Kafka, begun anew after an outage. */
public abstract class LoopService implements PipelineService {

  private final String name;
  private final RestartableLoop loop;

  /**
   * A stopped service that connects nowhere until it is started.
   *
   * @param name of the service and its thread
   * @param remedy what to do where it gives up, for people
   * @param stopTimeout how long a stop waits before it interrupts the session
   */
  protected LoopService(String name, String remedy, Duration stopTimeout) {
    this.name = name;
    this.loop =
        new RestartableLoop(
            () -> new ServiceLoop(name, Outage.OF_KAFKA, remedy, this::session), stopTimeout);
  }

  /**
   * Works until told to stop, or until Kafka fails.
   *
   * @throws InterruptedException where a stop took too long
   */
  protected abstract void session(ServiceLoop running) throws InterruptedException;

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final void start() {
    loop.start();
  }

  /** As {@link RestartableLoop#awaitReady}. */
  protected final void awaitSessionReady() {
    loop.awaitReady();
  }

  @Override
  public final void stop() {
    loop.stop();
  }

  @Override
  public final ServiceHealth health() {
    return loop.health();
  }
}
