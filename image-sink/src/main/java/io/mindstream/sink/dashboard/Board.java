package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Letter;
import io.mindstream.sink.history.StoreIndex;
import io.mindstream.sink.history.StoredRuns;
import io.mindstream.sink.trial.SampleNumbers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the dashboard shows of the topics, folded from records as they come; a record that comes
 * twice counts once. Says which things changed. May be used by several threads.
 */
public final class Board implements FeedListener {

  private final Touched touched;
  private final StoreIndex index;
  private final Slices slices;
  private final RunBoard runs;
  private final TrialBoard trials;
  private final SignalBoard signals;
  private final QualityBoard qualities;
  private final LetterBoard letters;
  private final LatencyBoard latencies;

  /**
   * An empty board.
   *
   * @param trialsKept so many trials are kept
   * @param hearsVolumes false where no volume will be told of: then none is missed either
   */
  public Board(
      int trialsKept,
      boolean hearsVolumes,
      InstantSource clock,
      StoreIndex index,
      StoredRuns documents) {
    this.touched = new Touched(clock);
    this.index = index;
    this.slices = new Slices(clock);
    this.qualities = new QualityBoard(touched);
    this.runs = new RunBoard(hearsVolumes, clock, index, slices, qualities, touched);
    this.trials = new TrialBoard(trialsKept, index, documents, touched);
    this.signals = new SignalBoard(runs, touched);
    this.letters = new LetterBoard(touched);
    this.latencies = new LatencyBoard(touched);
  }

  @Override
  public void begins(Instant since) {
    letters.begins(since);
  }

  @Override
  public void run(RunHeader header) {
    qualities.run(header);
    runs.run(header);
    signals.run(header);
    touched.soon(Thing.Whole.TOTALS);
  }

  @Override
  public void roi(RoiMask mask) {
    signals.roi(mask);
  }

  @Override
  public void volume(BoldVolume volume) {
    slices.volume(volume);
    runs.volume(volume);
    signals.volume(volume);
  }

  @Override
  public void quality(ScanQuality quality) {
    qualities.quality(quality);
  }

  @Override
  public void event(StimulusEvent event) {
    trials.event(event);
    runs.event(event);
    touched.soon(Thing.Whole.TOTALS);
  }

  @Override
  public void preview(Preview preview) {
    trials.preview(preview);
  }

  @Override
  public void image(DecodedImage image) {
    SampleNumbers.check(image.getSampleIndex(), image.getSamples());
    if (trials.image(image)) {
      runs.image(image);
      latencies.decoded(image.getTimes());
      image.getTimes().getDecodeEndedAt().ifPresent(at -> total(image, at));
      touched.soon(Thing.Whole.TOTALS);
    }
  }

  /** A picture and its metadata are in the object store. */
  public void stored(DecodedImage image, Instant at) {
    image(image);
    TrialKey key = new TrialKey(image.getRunId(), image.getTrialIndex());
    index.stored(key, image.getRevision(), image.getSampleIndex());
    if (trials.stored(key, image.getRevision(), image.getSampleIndex(), at)) {
      latencies.stored(image.getTimes(), at);
      total(image, at);
    }
    touched.soon(Thing.Whole.TOTALS);
  }

  @Override
  public void deadLetter(String id, DeadLetter letter, Optional<TrialKey> of) {
    Letter shown = letters.letter(id, letter, of);
    of.ifPresent(
        key -> {
          trials.failed(key, shown);
          runs.failed(key.runId(), key.trialIndex(), letter.getFailedAt());
        });
    touched.soon(Thing.Whole.TOTALS);
  }

  /** The store has something new of a run. */
  public void storeChanged(String run) {
    runs.changed(run);
    trials.changed(run);
    touched.soon(Thing.Whole.TOTALS);
  }

  /** What changed; also by the mere passing of time. */
  public Touched touched() {
    runs.look();
    return touched;
  }

  /** The runs. */
  public RunBoard runs() {
    return runs;
  }

  /** The trials. */
  public TrialBoard trials() {
    return trials;
  }

  /** The traces. */
  public SignalBoard signals() {
    return signals;
  }

  /** The quality of runs. */
  public QualityBoard qualities() {
    return qualities;
  }

  /** The dead letters. */
  public LetterBoard letters() {
    return letters;
  }

  /** How long pictures take. */
  public LatencyBoard latencies() {
    return latencies;
  }

  /** The newest slices. */
  public Slices slices() {
    return slices;
  }

  private void total(DecodedImage image, Instant at) {
    TrialKey key = new TrialKey(image.getRunId(), image.getTrialIndex());
    trials.totalMillis(key).ifPresent(millis -> latencies.total(key, at, millis));
  }
}
