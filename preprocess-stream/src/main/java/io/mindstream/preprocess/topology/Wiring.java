package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Puts the parts of one stream task together.
 *
 * @param topics the catalogue
 * @param registry schemas of the topics
 * @param config the settings
 * @param clock the time of what is emitted
 * @param observer is told what is emitted
 */
record Wiring(
    Topics topics,
    SchemaRegistry registry,
    PreprocessConfig config,
    InstantSource clock,
    StreamObserver observer) {

  /** Name of the global store of ROI masks. */
  static final String ROI_MASKS = "roi-masks";

  /** What the processor calls. */
  record Parts(RunIntake intake, RunTimers timers) {}

  Parts connect(ProcessorContext<String, byte[]> context) {
    RunStores stores = RunStores.of(context, config.heldRecords());
    Output output =
        new Output(
            context,
            topics.voxelVectors().codec(registry),
            topics.deadLetters().codec(registry),
            clock,
            observer);
    Trials trials = trials(stores, output);
    RunLifecycle lifecycle = new RunLifecycle(stores, rois(context), trials, config);
    RunIntake intake =
        new RunIntake(
            new ScannerDecoder(topics, registry),
            stores,
            lifecycle,
            new VolumeIntake(stores, trials, lifecycle, output),
            new EventIntake(stores, trials, lifecycle),
            output);
    return new Parts(intake, new RunTimers(stores, lifecycle, intake, config.waits()));
  }

  private Trials trials(RunStores stores, Output output) {
    TrialEmission emission = new TrialEmission(stores, output, config);
    if (config.windows() instanceof WindowMode.PerEvent mode) {
      return new EventTrials(mode, stores, emission, output, topics.events().codec(registry));
    }
    return new FixedTrials(
        (WindowMode.Fixed) config.windows(), emission, output, topics.volumes().name());
  }

  private RoiLookup rois(ProcessorContext<String, byte[]> context) {
    return new RoiLookup(
        context.getStateStore(ROI_MASKS),
        topics.rois().codec(registry),
        topics.voxelVectors().maxRecordBytes());
  }
}
