package io.mindstream.sink.answers;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.run.KnownRuns;
import io.mindstream.sink.dashboard.FeedListener;
import io.mindstream.sink.trial.SampleNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What became of the trials of late, folded from records as they come. A run that is played again
 * begins anew. May be used by several threads.
 */
public final class AnswerBook implements FeedListener {

  private static final int RUNS = 50;
  private static final int TRIALS = 2000;
  private static final double NANOS = 1e9;

  private final KnownRuns runs = new KnownRuns(RUNS);
  private final Map<TrialKey, TrialFile> trials = new LinkedHashMap<>();
  private final Map<String, Integer> volumes = new HashMap<>();
  private final List<Consumer<Answer>> listeners = new CopyOnWriteArrayList<>();
  private long finished;

  @Override
  public synchronized void run(RunHeader header) {
    Optional<Instant> before = runs.get(header.getRunId()).map(RunHeader::getStartedAt);
    runs.put(header).ifPresent(volumes::remove);
    if (!before.equals(Optional.of(header.getStartedAt()))) {
      Instant start = start(header);
      volumes.remove(header.getRunId());
      trials
          .entrySet()
          .removeIf(
              trial ->
                  trial.getKey().runId().equals(header.getRunId())
                      && trial.getValue().before(start));
    }
  }

  @Override
  public synchronized void volume(BoldVolume volume) {
    if (runs.get(volume.getRunId()).isPresent()) {
      volumes.merge(volume.getRunId(), volume.getIndex() + 1, Math::max);
    }
  }

  @Override
  public void event(StimulusEvent event) {
    fold(new TrialKey(event.getRunId(), event.getTrialIndex()), trial -> trial.shown(event));
  }

  @Override
  public void image(DecodedImage image) {
    SampleNumbers.check(image.getSampleIndex(), image.getSamples());
    if (isOfEarlierPlay(image)) {
      return; // it waited for a worker while the run began again
    }
    fold(new TrialKey(image.getRunId(), image.getTrialIndex()), trial -> trial.decoded(image));
  }

  private synchronized boolean isOfEarlierPlay(DecodedImage image) {
    Instant seen = image.getTimes().getLastVolumeAcquiredAt();
    return runs.get(image.getRunId()).filter(run -> seen.isBefore(start(run))).isPresent();
  }

  /** What happened before, a TR before volume 0, is of an earlier play. */
  private static Instant start(RunHeader header) {
    return header.getStartedAt().minusNanos((long) (header.getRepetitionTimeSeconds() * NANOS));
  }

  @Override
  public void deadLetter(DeadLetter letter, Optional<TrialKey> of) {
    of.ifPresent(key -> fold(key, trial -> trial.failed(letter)));
  }

  /** As {@link KnownRuns#require}. */
  public RunHeader require(String run) {
    return runs.require(run);
  }

  /** How a trial stands; pending where nothing is known of it. */
  public synchronized Answer answer(TrialKey key) {
    TrialFile trial = trials.getOrDefault(key, new TrialFile(key));
    return trial.answer(volumes.getOrDefault(key.runId(), 0));
  }

  /** A run's finished trials in the order in which they finished, behind a place. */
  public synchronized List<Answer> finished(String run, long behind) {
    return answers(run)
        .filter(answer -> answer.place() > behind)
        .sorted(Comparator.comparingLong(Answer::place))
        .toList();
  }

  /** Trials that began longer ago than a time and are not finished. */
  public synchronized List<Answer> overdue(Duration deadline, Instant now) {
    Instant latest = now.minus(deadline);
    return trials.keySet().stream()
        .map(this::answer)
        .filter(answer -> !answer.finished())
        .filter(answer -> answer.occurredAt().filter(at -> !at.isAfter(latest)).isPresent())
        .toList();
  }

  /**
   * Tells of each trial that finishes from now on, once, on the feed's thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<Answer> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private Stream<Answer> answers(String run) {
    return trials.keySet().stream().filter(key -> key.runId().equals(run)).map(this::answer);
  }

  /** Listeners are told outside the monitor: what they do holds up nobody who asks. */
  private void fold(TrialKey key, Consumer<TrialFile> into) {
    note(key, into).ifPresent(answer -> listeners.forEach(listener -> listener.accept(answer)));
  }

  private synchronized Optional<Answer> note(TrialKey key, Consumer<TrialFile> into) {
    TrialFile trial = trials.computeIfAbsent(key, TrialFile::new);
    into.accept(trial);
    if (trials.size() > TRIALS) {
      trials.remove(trials.keySet().iterator().next());
    }
    if (!trial.finish(finished + 1)) {
      return Optional.empty();
    }
    finished++;
    return Optional.of(answer(key));
  }
}
