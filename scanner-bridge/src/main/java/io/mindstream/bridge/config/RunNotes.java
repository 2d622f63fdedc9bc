package io.mindstream.bridge.config;

import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.source.RunDescription;
import java.util.function.Consumer;

/** Says when runs of a scanner begin and end. For one thread. */
final class RunNotes implements PlaybackListener {

  private final Consumer<String> notes;
  private int volumes;

  RunNotes(Consumer<String> notes) {
    this.notes = notes;
  }

  @Override
  public void runStarted(RunDescription run) {
    volumes = 0;
    notes.accept("%s started: %s".formatted(run.runId(), run.gridWords()));
  }

  @Override
  public void volumePublished(RunDescription run, int done) {
    volumes = done;
  }

  @Override
  public void runEnded(RunDescription run) {
    notes.accept("%s ended: %d volumes".formatted(run.runId(), volumes));
  }

  @Override
  public void runAborted(RunDescription run, String reason) {
    notes.accept("%s aborted after %d volumes: %s".formatted(run.runId(), volumes, reason));
  }
}
