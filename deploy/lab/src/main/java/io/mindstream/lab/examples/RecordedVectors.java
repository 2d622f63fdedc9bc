package io.mindstream.lab.examples;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.normalise.OfflineVectors.Answer;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The vectors that the live pipeline makes of a folder's trials, by its own functions, without
 * Kafka. A trial that the pipeline would refuse has no vector and becomes a note.
 */
public final class RecordedVectors {

  private final PreprocessConfig config;
  private final WindowMode.PerEvent windows;
  private final List<RecordedVector> vectors = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private RecordedVectors(PreprocessConfig config, WindowMode.PerEvent windows) {
    this.config = config;
    this.windows = windows;
  }

  /**
   * Reads every run of a folder, one in memory at a time.
   *
   * @param windows where a trial's volumes lie
   * @param config normalisation, steady volumes and least share of a window
   * @throws io.mindstream.bridge.source.FeedException where a series breaks
   */
  public static RecordedVectors of(
      BidsReplay replay, WindowMode.PerEvent windows, PreprocessConfig config) {
    RecordedVectors made = new RecordedVectors(config, windows);
    for (FeedRun run : replay.runs()) {
      made.add(RecordedRun.read(run, replay.roi()));
    }
    return made;
  }

  /** One vector a trial, runs one after the other, trials in order of onset. */
  public List<RecordedVector> vectors() {
    return List.copyOf(vectors);
  }

  /** Trials and volumes that were left out, one line each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private void add(RecordedRun run) {
    for (int volume = 0; volume < run.volumes(); volume++) {
      if (!RecordedRun.isFinite(run.rows()[volume])) {
        notes.add(
            "%s: volume %d holds a voxel of the region of interest that is not a finite number; the volume is left out"
                .formatted(run.description().runId(), volume));
      }
    }
    List<Asked> asked = new ArrayList<>();
    List<FeedMessage.Event> possible = new ArrayList<>();
    for (FeedMessage.Event event : run.events()) {
      orNote(
          run,
          event,
          () -> {
            asked.add(
                run.finished()
                    .asked(FinishedRun.trial(event), window(run, event), newest(run, event)));
            possible.add(event);
          });
    }
    List<Optional<Answer>> answers = run.answers(config.method(), asked);
    for (int i = 0; i < asked.size(); i++) {
      FeedMessage.Event event = possible.get(i);
      TrialWindow window = asked.get(i).window();
      Optional<Answer> answer = answers.get(i);
      orNote(run, event, () -> add(run, event, window, answer));
    }
  }

  private void orNote(RecordedRun run, FeedMessage.Event event, Runnable step) {
    try {
      step.run();
    } catch (PipelineException e) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: trial %d at %s s has no vector: %s",
              run.description().runId(),
              event.trialIndex(),
              event.onsetSeconds(),
              e.getMessage()));
    }
  }

  private void add(
      RecordedRun run, FeedMessage.Event event, TrialWindow window, Optional<Answer> answer) {
    int used = answer.map(Answer::volumesUsed).orElse(0);
    config.requireShare(event.trialIndex(), window, used);
    vectors.add(
        new RecordedVector(
            run.description().runId().toString(),
            event,
            window,
            used,
            answer.orElseThrow().values()));
  }

  private TrialWindow window(RecordedRun run, FeedMessage.Event event) {
    TrialWindow window =
        windows.window(
            event.onsetSeconds(), event.durationSeconds(), event.window(), run.repetitionTime());
    window.requireInside(run.volumes());
    return window;
  }

  /** The last of the trial's answers. */
  private int newest(RecordedRun run, FeedMessage.Event event) {
    Revisions revisions = config.revisions();
    return revisions.dueVolume(
        revisions.delays().size() - 1, window(run, event), run.repetitionTime());
  }
}
