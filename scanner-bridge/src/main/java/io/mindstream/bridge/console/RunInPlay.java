package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.Pacer;
import io.mindstream.schemas.fmri.EventWindow;
import java.util.Optional;

/**
 * One run: stimuli are told as they are shown, a volume is handed over when its last slice is
 * there, a TR after its first. For one thread.
 */
final class RunInPlay {

  private final ConsoleSeries series;
  private final FeedRun run;
  private final Console console;
  private final double stretch;

  RunInPlay(ConsoleSeries series, FeedRun run, Console console) {
    this.series = series;
    this.run = run;
    this.console = console;
    this.stretch = series.repetitionTimeSeconds() / run.description().repetitionTimeSeconds();
  }

  /** False where it was halted or broke off. */
  boolean play(ConsoleOptions options, Pacer.Pause pause) throws InterruptedException {
    double tr = series.repetitionTimeSeconds();
    Pacer pacer = new Pacer(options.speed(), -options.dummies() * tr, pause);
    Optional<FeedMessage.Volume> growing = Optional.empty();
    boolean going = true;
    try (FeedRun.Messages messages = run.open()) {
      while (going && messages.hasNext()) {
        FeedMessage message = messages.next();
        if (message instanceof FeedMessage.Event event) {
          going = show(event, pacer);
        } else if (message instanceof FeedMessage.Volume volume) {
          going =
              growing.isEmpty() ? dummies(volume, options, pacer) : send(growing, options, pacer);
          growing = Optional.of(volume);
        }
      }
    }
    return going && send(growing, options, pacer);
  }

  private boolean show(FeedMessage.Event event, Pacer pacer) throws InterruptedException {
    if (pacer.await(event.dueSeconds() * stretch).isEmpty()) {
      return false;
    }
    FeedMessage.Event shown =
        new FeedMessage.Event(
            event.trialIndex(),
            event.dueSeconds() * stretch,
            event.onsetSeconds() * stretch,
            event.durationSeconds() * stretch,
            event.trialType(),
            event.stimulusId(),
            event.stimulusPng(),
            stretched(event.window()));
    console.logs().forEach(log -> log.shown(shown));
    return true;
  }

  private EventWindow stretched(EventWindow window) {
    return new EventWindow(
        window.delaySeconds().map(this::stretched), window.lengthSeconds().map(this::stretched));
  }

  private double stretched(double seconds) {
    return Math.min(EventWindow.MOST_SECONDS, seconds * stretch);
  }

  private boolean dummies(FeedMessage.Volume first, ConsoleOptions options, Pacer pacer)
      throws InterruptedException {
    boolean going = true;
    for (int dummy = 0; going && dummy < options.dummies(); dummy++) {
      going = send(first, dummy, dummy - options.dummies(), pacer);
    }
    return going;
  }

  private boolean send(Optional<FeedMessage.Volume> volume, ConsoleOptions options, Pacer pacer)
      throws InterruptedException {
    if (volume.isEmpty()) {
      return true;
    }
    int index = volume.get().index();
    return send(volume.get(), index + options.dummies(), index, pacer);
  }

  /**
   * Waits for a volume's end and hands it over.
   *
   * @param index in the series
   * @param position in TRs from volume 0, below 0 for a dummy
   */
  private boolean send(FeedMessage.Volume volume, int index, int position, Pacer pacer)
      throws InterruptedException {
    boolean due = pacer.await((position + 1) * series.repetitionTimeSeconds()).isPresent();
    return due && console.send(new AcquiredVolume(series, index, volume.data()));
  }
}
