package io.mindstream.bridge.web;

import io.mindstream.bridge.stimulus.PlannedTrial;
import io.mindstream.bridge.stimulus.PostedEvent;
import io.mindstream.bridge.stimulus.RunTable;
import io.mindstream.service.ServiceHealth;
import io.mindstream.service.web.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Takes posted events one post after the other, so that each trial index is given once. */
final class EventDesk implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final RunTable table;
  private final RunFollower follower;
  private final EventProducer producer;
  private final ReentrantLock turn = new ReentrantLock(true);

  EventDesk(RunTable table, RunFollower follower, EventProducer producer) {
    this.table = table;
    this.follower = follower;
    this.producer = producer;
  }

  /**
   * Publishes the events of one post; where one cannot be taken, none is published.
   *
   * @param sentAt the client's clock at sending, seconds since 1970-01-01 UTC
   * @param receivedAt ours at receiving
   * @return what became of each, in order
   * @throws RefusedException 404, 409, 422; 503 where Kafka is away, with the trials that it had
   *     taken before
   */
  List<PlannedTrial> post(
      String run, List<PostedEvent> events, OptionalDouble sentAt, double receivedAt) {
    requireKafka();
    takeTurn();
    try {
      List<PlannedTrial> planned = table.plan(run, events, sentAt, receivedAt);
      publish(planned);
      return planned;
    } finally {
      turn.unlock();
    }
  }

  /**
   * Refuses where the runs cannot be known.
   *
   * @throws RefusedException 503
   */
  void requireKafka() {
    ServiceHealth health = follower.health();
    if (!health.up()) {
      throw RefusedException.unavailable(
          "the runs are not known now, " + health.describe() + "; try again");
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private void publish(List<PlannedTrial> planned) {
    List<Integer> published = new ArrayList<>();
    for (PlannedTrial trial : planned) {
      try {
        if (!trial.known()) {
          producer.send(trial);
          table.event(trial.event(), trial.id());
        }
        published.add(trial.event().getTrialIndex());
      } catch (RefusedException e) {
        throw e.with("published", published);
      }
    }
  }

  private void takeTurn() {
    try {
      if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw RefusedException.unavailable("Kafka is slow to take events; post again with the same id");
  }
}
