package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.preprocess.trial.WindowMode;

/** The runs of one partition: what is done with its records, and as time passes. */
public final class StreamTask {

  private final RunIntake intake;
  private final RunTimers timers;

  private StreamTask(RunIntake intake, RunTimers timers) {
    this.intake = intake;
    this.timers = timers;
  }

  /**
   * Puts the parts of a task together.
   *
   * @param setting what all tasks share
   * @param stores the task's own state
   * @param sinks where its results go
   */
  public static StreamTask of(StreamSetting setting, RunStores stores, StreamSinks sinks) {
    StreamOutput output = new StreamOutput(setting, sinks);
    PreprocessConfig config = setting.config();
    ScannerDecoder decoder = new ScannerDecoder(setting.topics(), setting.registry());
    RoiLookup rois = RoiLookup.of(setting, stores);
    RunFolds folds = new RunFolds(stores, config);
    TrialVectors vectors = new TrialVectors(stores, folds, rois, output, config);
    Trials trials = trials(setting, stores, vectors, output);
    VolumeRows rows =
        new VolumeRows(stores, new RunReferences(stores, rois, decoder, config), folds, output);
    VolumeOrder order = new VolumeOrder(stores, rows, decoder, config.lateVolumes());
    RunSummaries summaries = new RunSummaries(folds, output);
    TrialEmitter emitter = new TrialEmitter(stores.runs(), order, trials, summaries);
    RunLifecycle lifecycle = new RunLifecycle(stores, rois, trials, emitter, config.waits());
    RunIntake intake =
        new RunIntake(
            decoder,
            stores,
            lifecycle,
            new VolumeIntake(stores, order, emitter),
            new EventIntake(stores.trials(), trials, emitter, output),
            output);
    return new StreamTask(
        intake, new RunTimers(stores, lifecycle, emitter, intake, config.waits()));
  }

  private static Trials trials(
      StreamSetting setting, RunStores stores, TrialVectors vectors, StreamOutput output) {
    PreprocessConfig config = setting.config();
    WindowMode mode = config.windows();
    return mode instanceof WindowMode.PerEvent perEvent
        ? new EventTrials(
            perEvent,
            config.revisions(),
            stores.trials(),
            vectors,
            output,
            setting.topics().events().codec(setting.registry()))
        : new FixedTrials(
            (WindowMode.Fixed) mode, vectors, output, setting.topics().volumes().name());
  }

  /** Takes a record, and whatever waited for it; nothing in it can fail the stream. */
  public void accept(ScannerRecord record) {
    intake.accept(record);
  }

  /** Looks at every run and at everything that waits; {@code now} is the wall clock, ms. */
  public void tick(long now) {
    timers.tick(now);
  }
}
