package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.history.StoreIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The runs that the topics tell of. May be used by several threads. */
public final class RunBoard {

  private static final int KEPT = 500;

  /** After so long nobody waits for a volume any more. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(10);

  private final boolean hearsVolumes;
  private final InstantSource clock;
  private final Instant readSince;
  private final StoreIndex index;
  private final Slices slices;
  private final QualityBoard qualities;
  private final Touched touched;
  private final Map<String, RunCard> cards =
      new LinkedHashMap<>(16, 0.75f, true); // in the order of the last access
  private final Set<String> silent = new HashSet<>();

  RunBoard(
      boolean hearsVolumes,
      InstantSource clock,
      StoreIndex index,
      Slices slices,
      QualityBoard qualities,
      Touched touched) {
    this.hearsVolumes = hearsVolumes;
    this.clock = clock;
    this.readSince = clock.instant();
    this.index = index;
    this.slices = slices;
    this.qualities = qualities;
    this.touched = touched;
  }

  synchronized void run(RunHeader header) {
    card(header.getRunId()).header(header, clock.instant());
    RunIds.parse(header.getRunId()).ifPresent(index::touch);
    touched.now(new Thing.OfRun(header.getRunId()));
  }

  synchronized void volume(BoldVolume volume) {
    card(volume.getRunId()).volume(volume, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    touched.soon(new Thing.OfRun(volume.getRunId()));
  }

  synchronized void event(StimulusEvent event) {
    card(event.getRunId()).event(event);
    touched.soon(new Thing.OfRun(event.getRunId()));
  }

  synchronized void image(DecodedImage image) {
    card(image.getRunId()).image(image);
    touched.soon(new Thing.OfRun(image.getRunId()));
  }

  synchronized void failed(String run, int trial, Instant at) {
    card(run).failed(trial, at);
    touched.soon(new Thing.OfRun(run));
  }

  /** The store has something new of a run. */
  synchronized void changed(String run) {
    if (cards.containsKey(run)) {
      touched.soon(new Thing.OfRun(run));
    }
  }

  /** Looks which runs fell silent, or are no longer. */
  synchronized void look() {
    Set<String> now = new HashSet<>();
    cards.forEach((id, card) -> silence(card).ifPresent(any -> now.add(id)));
    Stream.concat(now.stream(), silent.stream())
        .filter(run -> now.contains(run) != silent.contains(run))
        .forEach(run -> touched.now(new Thing.OfRun(run)));
    silent.clear();
    silent.addAll(now);
  }

  /** The newest header of a run. */
  public synchronized Optional<RunHeader> header(String run) {
    return Optional.ofNullable(cards.get(run)).flatMap(RunCard::header);
  }

  /** A run as the API shows it, once its header came. */
  public synchronized Optional<Run> view(String run) {
    return Optional.ofNullable(cards.get(run))
        .flatMap(card -> card.header().map(header -> view(card, header)));
  }

  /** All runs whose header came, those that began last first. */
  public synchronized List<Run> all() {
    List<Run> runs = new ArrayList<>();
    cards.values().forEach(card -> card.header().ifPresent(header -> runs.add(view(card, header))));
    runs.sort(Comparator.comparing(Run::startedAt).thenComparing(Run::runId).reversed());
    return runs;
  }

  /** The runs under way whose volumes are still waited for; where none is, the newest. */
  public synchronized List<Run> current() {
    List<Run> all = all();
    List<Run> underWay = all.stream().filter(this::isWaitedFor).toList();
    return underWay.isEmpty() ? all.stream().limit(1).toList() : underWay;
  }

  /** When the newest volume of any run came. */
  public synchronized Optional<Instant> lastVolumeAt() {
    return cards.values().stream()
        .flatMap(card -> card.lastVolumeAt().stream())
        .max(Comparator.naturalOrder());
  }

  private boolean isWaitedFor(Run run) {
    return run.underWay()
        && Optional.ofNullable(cards.get(run.runId()))
            .flatMap(this::silence)
            .filter(silence -> silence.compareTo(GIVEN_UP) > 0)
            .isEmpty();
  }

  private Optional<Duration> silence(RunCard card) {
    return hearsVolumes ? card.silence(clock.instant(), readSince) : Optional.empty();
  }

  private Run view(RunCard card, RunHeader header) {
    return RunViews.of(
        header,
        index.run(header.getRunId()),
        new RunViews.Progress(
            silence(card).isPresent(),
            card.volumes(readSince),
            card.trials(),
            card.images(),
            card.failed(),
            card.lastVolumeAt().orElse(null),
            slices.version(header.getRunId()).orElse(null),
            qualities.summary(header.getRunId()).orElse(null)));
  }

  private RunCard card(String run) {
    RunCard card = cards.computeIfAbsent(run, any -> new RunCard());
    if (cards.size() > KEPT) {
      cards.remove(cards.keySet().iterator().next());
    }
    return card;
  }
}
