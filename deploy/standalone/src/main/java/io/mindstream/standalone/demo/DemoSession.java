package io.mindstream.standalone.demo;

import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.Playback;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.service.PlaybackSummary;
import io.mindstream.bridge.source.Feed;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import io.mindstream.standalone.kafka.SessionFollower;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import io.mindstream.standalone.store.StoredImages;
import io.mindstream.standalone.tally.SessionTally;
import io.mindstream.standalone.tally.SessionTally.Counts;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a feed through a pipeline and waits until every trial's images are stored, or are known
 * never to come.
 */
public final class DemoSession {

  private static final Logger LOG = LoggerFactory.getLogger(DemoSession.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Nothing new for so long after the feed's end means that nothing more will come. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A dead letter may come shortly after the last image. */
  private static final int QUIET_LOOKS = 4;

  private static final int NAMED_TRIALS = 5;
  private static final int NAMED_REASONS = 10;

  private final StandalonePipeline pipeline;
  private final StoredImages store;
  private final SessionProgress progress;

  /** Plays through this pipeline and tells of progress. */
  public DemoSession(StandalonePipeline pipeline, SessionProgress progress) {
    this.pipeline = pipeline;
    this.store = new StoredImages(pipeline.bean(ObjectStore.class));
    this.progress = progress;
  }

  /**
   * Plays a feed.
   *
   * @param modelTrained what the model's bundle says
   * @throws io.mindstream.bridge.service.PlaybackException where the feed could not be played
   */
  public SessionSummary play(Feed feed, PlaybackOptions options, boolean modelTrained)
      throws InterruptedException {
    SessionTally tally = new SessionTally(runIds(feed, options));
    SessionFollower follower =
        new SessionFollower(pipeline.kafka(), pipeline.registry(), pipeline.topics(), tally);
    try (follower) {
      Playback playback =
          pipeline.bean(BridgeService.class).play(feed, options, PlaybackListener.NONE);
      List<String> problems = new ArrayList<>(awaitEnd(playback, tally));
      addMissing(tally, problems);
      return SessionSummary.of(tally, store.address(), modelTrained, problems);
    }
  }

  private static Set<String> runIds(Feed feed, PlaybackOptions options) {
    return feed.runs().stream()
        .map(run -> options.rename(run.description().runId()).toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Waits for the end; what went wrong on the way. */
  private List<String> awaitEnd(Playback playback, SessionTally tally) throws InterruptedException {
    Counts last = tally.counts();
    long lastChange = System.nanoTime();
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      look(tally);
      Counts now = tally.counts();
      progress.show(now);
      if (!now.equals(last) || !playback.isDone()) {
        lastChange = System.nanoTime();
      }
      last = now;
      quiet = settled(playback, tally) ? quiet + 1 : 0;
      List<String> failed = failedServices();
      if (!failed.isEmpty()) {
        return failed;
      }
      if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
        return List.of("nothing new for " + PATIENCE.toSeconds() + " s");
      }
    }
    return playback.await().problems();
  }

  /** True where all that was published has been seen and every trial has come to its end. */
  private static boolean settled(Playback playback, SessionTally tally)
      throws InterruptedException {
    if (!playback.isDone()) {
      return false;
    }
    PlaybackSummary published = playback.await();
    Counts seen = tally.counts();
    return seen.runs() >= published.runs()
        && seen.volumes() >= published.volumes()
        && seen.trials() >= published.trials()
        && tally.pending().isEmpty();
  }

  private void look(SessionTally tally) {
    try {
      store.look(tally);
    } catch (StoreUnavailableException e) {
      LOG.warn("will look again: {}", e.getMessage());
    }
  }

  private List<String> failedServices() {
    return pipeline.services().stream()
        .filter(service -> service.health() instanceof ServiceHealth.Failed)
        .map(DemoSession::failure)
        .toList();
  }

  private static String failure(PipelineService service) {
    return service.name() + " " + service.health().describe();
  }

  private static void addMissing(SessionTally tally, List<String> problems) {
    List<TrialKey> pending = tally.pending();
    if (!pending.isEmpty()) {
      problems.add(
          pending.size()
              + " trials without all their images: "
              + pending.stream()
                  .limit(NAMED_TRIALS)
                  .map(TrialKey::toString)
                  .collect(Collectors.joining(", "))
              + (pending.size() > NAMED_TRIALS ? ", …" : ""));
    }
    tally.deadLettersByReason().entrySet().stream()
        .limit(NAMED_REASONS)
        .forEach(reason -> problems.add(reason.getValue() + " dead letters: " + reason.getKey()));
  }
}
