package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.Pacer;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Plays a programme's runs one after the other. For one thread. */
final class Console {

  private final ConsoleOptions options;
  private final Delivery delivery;
  private final List<StimulusLog> logs;
  private final Pacer.Pause pause;
  private final Consumer<AcquiredVolume> done;
  private final String study = ConsoleSeries.newUid();
  private int sent;

  /**
   * A console that has played nothing.
   *
   * @param pause how it waits, until halted
   * @param done hears of each volume that was handed over
   */
  Console(
      ConsoleOptions options,
      Delivery delivery,
      List<StimulusLog> logs,
      Pacer.Pause pause,
      Consumer<AcquiredVolume> done) {
    this.options = options;
    this.delivery = delivery;
    this.logs = logs;
    this.pause = pause;
    this.done = done;
  }

  /**
   * Plays all runs; false where it was halted, or broke off as it was told.
   *
   * @throws FeedException where the source breaks, or nobody takes what is sent
   */
  boolean play(Programme programme) throws InterruptedException {
    for (int number = 0; number < programme.runs().size(); number++) {
      FeedRun run = programme.runs().get(number);
      for (StimulusLog log : logs) {
        log.begin(run.description().runId(), number);
      }
      RunInPlay playing = new RunInPlay(series(run.description(), number), run, this);
      if (!playing.play(options, pause)) {
        return false;
      }
    }
    return true;
  }

  private ConsoleSeries series(RunDescription run, int number) {
    return new ConsoleSeries(
        options.patient(),
        study,
        ConsoleSeries.newUid(),
        number + 1,
        run.runId().task() + "_bold",
        options.repetitionTimeSeconds().orElse(run.repetitionTimeSeconds()),
        ConsoleGrid.of(run.geometry(), run.simulated()),
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS));
  }

  List<StimulusLog> logs() {
    return logs;
  }

  /** Hands a volume over; false where the session breaks off with it. */
  boolean send(AcquiredVolume volume) throws InterruptedException {
    if (volume.data().type() == StoredVoxels.Type.FLOAT32) {
      throw new FeedException(
          "the source's voxels are no 16 bit integers, and a scanner sends no others; give raw"
              + " volumes");
    }
    delivery.volume(volume);
    sent++;
    done.accept(volume);
    return options.stopAfter().isEmpty() || sent < options.stopAfter().getAsInt();
  }
}
