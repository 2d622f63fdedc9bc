package io.mindstream.standalone.replay;

import io.mindstream.bridge.cli.BundleDecoding.Job;
import io.mindstream.bridge.cli.BundleDecoding.Work;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.kafka.DecodeService;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceHealth;
import io.mindstream.standalone.kafka.SessionFollower;
import io.mindstream.standalone.tally.SessionTally;
import io.mindstream.standalone.tally.SessionTally.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A worker that decodes one replayed run, and the count of its pictures. */
final class ReplayWork implements Work {

  private static final long LOOK_MILLIS = 250;

  /** A dead letter may come shortly after the last picture. */
  private static final int QUIET_LOOKS = 4;

  /** Nothing new for so long means that nothing more will come. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DecodeService worker;
  private final Job job;
  private final ModelCard card;
  private final SessionTally tally;
  private final SessionFollower follower;

  private ReplayWork(DecodeService worker, Job job, ModelCard card) {
    this.worker = worker;
    this.job = job;
    this.card = card;
    this.tally = new SessionTally(Set.of(job.run()));
    this.follower = new SessionFollower(job.kafka(), job.registry(), Topics.standard(), tally);
  }

  /** Starts both; returns once the model is loaded. */
  static ReplayWork start(DecodeService worker, Job job, ModelCard card) {
    ReplayWork work = new ReplayWork(worker, job, card);
    try {
      worker.start();
      return work;
    } catch (RuntimeException e) {
      work.close();
      throw e;
    }
  }

  @Override
  public boolean finish() throws InterruptedException {
    Counts last = look();
    long lastChange = System.nanoTime();
    int quiet = 0;
    while (quiet < QUIET_LOOKS
        && System.nanoTime() - lastChange < PATIENCE.toNanos()
        && !(worker.health() instanceof ServiceHealth.Failed)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      Counts now = look();
      if (!now.equals(last)) {
        lastChange = System.nanoTime();
      }
      last = now;
      quiet = now.runs() > 0 && tally.pending().isEmpty() ? quiet + 1 : 0;
    }
    return report(last);
  }

  @Override
  public void close() {
    follower.close();
    worker.stop();
  }

  /** What is decoded is all that this process waits for; the pipeline stores it. */
  private Counts look() {
    tally.notStored().forEach(image -> tally.stored(image, Instant.now()));
    return tally.counts();
  }

  private boolean report(Counts counts) {
    job.say()
        .accept(
            "%d pictures of %d trials came, by %s%s"
                .formatted(
                    counts.decoded(),
                    counts.trials(),
                    card.id(),
                    card.trained() ? "" : ", whose weights are random: they are noise"));
    tally
        .deadLettersByReason()
        .forEach((reason, count) -> job.say().accept(count + " dead letters: " + reason));
    if (worker.health() instanceof ServiceHealth.Failed failed) {
      job.say().accept("the worker " + failed.describe());
    }
    return tally.pending().isEmpty() && counts.deadLetters() == 0;
  }
}
