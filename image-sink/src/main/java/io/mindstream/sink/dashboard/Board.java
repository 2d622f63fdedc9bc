package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.trial.SampleNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard shows, folded from records as they come; a record that comes twice counts
 * once. Keeps the newest trials and drops the oldest. May be used by several threads.
 */
public final class Board implements FeedListener {

  private static final int RUNS = 50;
  private static final int LETTERS = 5;
  private static final Duration BRAIN_EVERY = Duration.ofMillis(500);

  private final InstantSource clock;
  private final Map<String, RunCard> runs = new BoundedMap<>(RUNS);
  private final Map<TrialKey, TrialCard> trials;
  private final Deque<BoardState.Failure> letters = new ArrayDeque<>();
  private final StageLatencies stages = new StageLatencies();
  private BoardState.@Nullable Model model;
  private @Nullable RunCard current;
  private @Nullable Picture brain;
  private Instant brainAt = Instant.MIN;
  private int runCount;
  private int trialCount;
  private int imageCount;
  private int storedCount;
  private int letterCount;
  private long version;

  /** An empty board that keeps so many trials. */
  public Board(int trialsKept, InstantSource clock) {
    this.trials = new BoundedMap<>(trialsKept);
    this.clock = clock;
  }

  /** A run began or ended. */
  @Override
  public synchronized void run(RunHeader header) {
    RunCard card = runs.get(header.getRunId());
    if (card == null) {
      card = new RunCard(header);
      runs.put(header.getRunId(), card);
      runCount++;
    }
    card.header(header);
    current = card;
    version++;
  }

  /** A volume came. */
  @Override
  public synchronized void volume(BoldVolume volume) {
    RunCard card = runs.get(volume.getRunId());
    if (card == null) {
      return;
    }
    card.volume(volume);
    current = card;
    version++;
    if (brainAt.isBefore(clock.instant().minus(BRAIN_EVERY))) {
      brainAt = clock.instant();
      brain = BrainSlice.of(volume);
      card.brain(version);
    }
  }

  /** A stimulus was shown. */
  @Override
  public synchronized void event(StimulusEvent event) {
    TrialKey key = new TrialKey(event.getRunId(), event.getTrialIndex());
    if (trial(key).shown(event)) {
      trialCount++;
      Optional.ofNullable(runs.get(event.getRunId())).ifPresent(RunCard::trial);
    }
    version++;
  }

  /** A picture is being made. */
  @Override
  public synchronized void preview(Preview preview) {
    trial(new TrialKey(preview.getRunId(), preview.getTrialIndex())).sampling(preview);
    version++;
  }

  /** A picture was made. */
  @Override
  public synchronized void image(DecodedImage image) {
    SampleNumbers.check(image.getSampleIndex(), image.getSamples());
    TrialKey key = new TrialKey(image.getRunId(), image.getTrialIndex());
    model =
        new BoardState.Model(
            image.getModelId(),
            image.getModelTrained(),
            image.getSampler(),
            image.getSteps(),
            image.getDevice(),
            image.getNormalisation().orElse(null));
    if (trial(key).decoded(image)) {
      imageCount++;
      stages.decoded(image.getTimes());
      Optional.ofNullable(runs.get(image.getRunId()))
          .ifPresent(
              run -> {
                run.image();
                run.reached(image.getLastVolume());
              });
    }
    version++;
  }

  /** A picture and its metadata are in the object store. */
  public synchronized void stored(DecodedImage image, Instant at) {
    image(image);
    trial(new TrialKey(image.getRunId(), image.getTrialIndex()))
        .stored(image.getSampleIndex(), at)
        .ifPresent(
            times -> {
              storedCount++;
              stages.stored(times, at);
            });
  }

  /**
   * A record could not be used.
   *
   * @param of the trial that gets no picture for it, where the record belongs to one
   */
  @Override
  public synchronized void deadLetter(DeadLetter letter, Optional<TrialKey> of) {
    BoardState.Failure failure =
        new BoardState.Failure(
            letter.getCode(), letter.getMessage(), letter.getTopic(), letter.getService());
    of.ifPresent(key -> trial(key).failed(failure));
    letterCount++;
    letters.addFirst(failure);
    if (letters.size() > LETTERS) {
      letters.removeLast();
    }
    version++;
  }

  /** Grows with every change. */
  public synchronized long version() {
    return version;
  }

  /** All that is shown now. */
  public synchronized BoardState state() {
    List<BoardState.Trial> cards = new ArrayList<>(trials.size());
    trials.values().forEach(card -> cards.add(card.state()));
    Collections.reverse(cards);
    return new BoardState(
        version,
        model,
        current == null ? null : current.state(),
        cards,
        stages.summary(),
        new BoardState.Totals(runCount, trialCount, imageCount, storedCount, letterCount),
        List.copyOf(letters));
  }

  /**
   * A trial's picture: {@code stimulus}, {@code preview} or {@code sample-N}; empty where it is not
   * kept.
   */
  public synchronized Optional<Picture> picture(TrialKey key, String name) {
    return Optional.ofNullable(trials.get(key)).flatMap(card -> card.picture(name));
  }

  /** A slice of the newest volume. */
  public synchronized Optional<Picture> brain() {
    return Optional.ofNullable(brain);
  }

  private TrialCard trial(TrialKey key) {
    return trials.computeIfAbsent(key, TrialCard::new);
  }

  /** A map of so many entries at most: it forgets what was put first. */
  private static final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int kept;

    BoundedMap(int kept) {
      this.kept = kept;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > kept;
    }
  }
}
