package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Letter;
import io.mindstream.sink.api.Model;
import io.mindstream.sink.api.Trial;
import io.mindstream.sink.history.StoreIndex;
import io.mindstream.sink.history.StoredRuns;
import io.mindstream.storage.document.TrialDocument;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trials that the topics tell of, and their newest pictures; of too many those are forgotten
 * that began first. May be used by several threads.
 */
public final class TrialBoard {

  private static final long PICTURE_BYTES = 64L << 20;

  /** By when it began, then by index; what is not known to have begun is the newest. */
  private static final Comparator<TrialCard> AGE =
      Comparator.comparing(TrialCard::begun).thenComparing(card -> card.key().trialIndex());

  private final int kept;
  private final StoreIndex index;
  private final StoredRuns documents;
  private final Touched touched;
  private final PictureShelf pictures = new PictureShelf(PICTURE_BYTES);
  private final Map<TrialKey, TrialCard> cards = new HashMap<>();
  private @Nullable Model model;

  TrialBoard(int kept, StoreIndex index, StoredRuns documents, Touched touched) {
    this.kept = kept;
    this.index = index;
    this.documents = documents;
    this.touched = touched;
  }

  void event(StimulusEvent event) {
    TrialKey key = new TrialKey(event.getRunId(), event.getTrialIndex());
    Optional<Picture> shown = event.getStimulusPng().map(Picture::of);
    shown.ifPresent(picture -> pictures.put(key, "stimulus", picture));
    synchronized (this) {
      card(key).shown(event, shown);
      forgetOldest();
    }
    touched.now(new Thing.OfTrial(key));
  }

  void preview(Preview preview) {
    TrialKey key = new TrialKey(preview.getRunId(), preview.getTrialIndex());
    Picture picture = Picture.of(preview.getPng());
    pictures.put(key, "preview", picture);
    synchronized (this) {
      card(key).sampling(preview, picture);
    }
    touched.soon(new Thing.OfTrial(key));
  }

  /**
   * A picture was made.
   *
   * @return false where it was known
   */
  boolean image(DecodedImage image) {
    TrialKey key = new TrialKey(image.getRunId(), image.getTrialIndex());
    Picture picture = Picture.of(image.getPng());
    TrialDocument found = TrialDocument.of(image, picture.png());
    boolean isNew;
    synchronized (this) {
      isNew = card(key).decoded(found);
      if (isNew) { // before anybody is told its address
        pictures.put(key, name(image.getRevision(), "sample-" + image.getSampleIndex()), picture);
      }
      forgetOldest();
      show(Model.of(found));
    }
    if (isNew) {
      pictures.remove(key, "preview");
      touched.now(new Thing.OfTrial(key));
    }
    return isNew;
  }

  /**
   * A picture is stored.
   *
   * @return false where this was known
   */
  synchronized boolean stored(TrialKey key, int revision, int sample) {
    touched.now(new Thing.OfTrial(key));
    return card(key).stored(revision, sample);
  }

  synchronized void failed(TrialKey key, Letter letter) {
    card(key).failed(letter.failure());
    forgetOldest();
    touched.now(new Thing.OfTrial(key));
  }

  /** The store has something new of a run. */
  void changed(String run) {
    of(run).forEach(key -> touched.soon(new Thing.OfTrial(key)));
  }

  /** A trial as the API shows it. */
  public synchronized Optional<Trial> view(TrialKey key) {
    return Optional.ofNullable(cards.get(key))
        .map(card -> card.view(index.trial(key), similarity(key).orElse(null)));
  }

  /** The model of the newest picture. */
  public synchronized Optional<Model> model() {
    return Optional.ofNullable(model);
  }

  /** A run's trials. */
  public synchronized List<TrialKey> of(String run) {
    return cards.keySet().stream().filter(key -> key.runId().equals(run)).toList();
  }

  /** All trials, those that began last first. */
  public synchronized List<TrialKey> newest() {
    return cards.values().stream().sorted(AGE.reversed()).map(TrialCard::key).toList();
  }

  /** From the last volume to the picture, where one is there. */
  synchronized Optional<Double> totalMillis(TrialKey key) {
    return Optional.ofNullable(cards.get(key)).flatMap(TrialCard::totalMillis);
  }

  /** A picture that is kept: {@code stimulus} or {@code preview}. */
  public Optional<Picture> picture(TrialKey key, String name) {
    return pictures.get(key, name);
  }

  /** A decoded picture that is kept, of one of the trial's answers: {@code sample-N}. */
  public Optional<Picture> picture(TrialKey key, int revision, String sample) {
    return pictures.get(key, name(revision, sample));
  }

  /** Which of a trial's answers is shown; empty where none is known here. */
  public synchronized Optional<Integer> shownRevision(TrialKey key) {
    return Optional.ofNullable(cards.get(key)).flatMap(TrialCard::shownRevision);
  }

  /** What the run's document says of a trial's pictures. */
  public Optional<Trial.Similarity> similarity(TrialKey key) {
    return documents
        .trial(key.runId(), key.trialIndex())
        .flatMap(trial -> Optional.ofNullable(trial.similarity()))
        .map(found -> new Trial.Similarity(found.pixelCorrelation(), found.ssim()));
  }

  private static String name(int revision, String sample) {
    return "revision-" + revision + "/" + sample;
  }

  private TrialCard card(TrialKey key) {
    return cards.computeIfAbsent(key, TrialCard::new);
  }

  private void show(Model newest) {
    if (!newest.equals(model)) {
      model = newest;
      touched.now(Thing.Whole.MODEL);
    }
  }

  private void forgetOldest() {
    if (cards.size() > kept) {
      cards.values().stream().min(AGE).map(TrialCard::key).ifPresent(cards::remove);
    }
  }
}
