package io.mindstream.bridge.console;

import io.mindstream.bridge.source.Pacer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A session at a scanner: its console, and the stimulus computer beside it.
 *
 * @param vendor whose console
 * @param target where volumes go
 * @param options how they are played
 * @param eventsTable see {@link EventsTable}
 * @param eventsUrl where stimuli are posted
 */
public record ConsoleSession(
    Vendor vendor,
    Target target,
    ConsoleOptions options,
    Optional<String> eventsTable,
    Optional<URI> eventsUrl) {

  /** Hears of what goes on; on the session's thread. */
  public interface Listener {

    /**
     * A volume was handed over.
     *
     * @param series number of its series
     * @param volume position in the series, origin 0, dummies included
     */
    void sent(int series, int volume);

    /** Something that a person should know. */
    void note(String text);
  }

  /**
   * Plays a programme to its end; false where it was halted, or broke off as it was told.
   *
   * @param pause how it waits, until halted
   * @throws io.mindstream.bridge.source.FeedException where the source breaks, or nobody takes what
   *     is sent
   */
  public boolean play(Programme programme, Pacer.Pause pause, Listener listener)
      throws InterruptedException {
    double tr =
        options
            .repetitionTimeSeconds()
            .orElse(programme.runs().get(0).description().repetitionTimeSeconds());
    try (Delivery delivery = target.open(vendor, pause, options.speed().factor() / tr)) {
      Consumer<AcquiredVolume> done =
          volume -> listener.sent(volume.series().number(), volume.index());
      return new Console(options, delivery, logs(listener), pause, done).play(programme);
    }
  }

  private List<StimulusLog> logs(Listener listener) {
    List<StimulusLog> logs = new ArrayList<>();
    eventsTable.ifPresent(file -> logs.add(new EventsTable(file)));
    eventsUrl.ifPresent(url -> logs.add(new EventsPost(url, listener::note)));
    return logs;
  }
}
