package io.mindstream.preprocess.state;

import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The state of the runs of one partition.
 *
 * @param runs each run's session
 * @param rois the ROI that each session began with
 * @param references what each session is read against
 * @param rows ROI values of each volume
 * @param early volumes that wait for one of a lower index
 * @param trials what is known of each trial
 * @param held records that were read too early
 * @param masks every ROI mask, of all partitions
 */
public record RunStores(
    RunStore runs,
    RoiStore rois,
    ReferenceStore references,
    RowStore rows,
    EarlyVolumes early,
    TrialStore trials,
    HeldStore held,
    RoiMaskStore masks) {

  /**
   * The stores of a task.
   *
   * @param context of the task's processor, which must be connected to {@link StoreCatalogue}
   * @param heldRecords most records of one topic that wait for one run
   */
  public static RunStores of(ProcessorContext<?, ?> context, int heldRecords) {
    return new RunStores(
        new RunStore(context.getStateStore(StoreCatalogue.RUNS)),
        new RoiStore(context.getStateStore(StoreCatalogue.RUN_ROIS)),
        new ReferenceStore(
            context.getStateStore(StoreCatalogue.REFERENCES),
            context.getStateStore(StoreCatalogue.CARRIED_MASKS)),
        new RowStore(context.getStateStore(StoreCatalogue.ROWS)),
        new EarlyVolumes(context.getStateStore(StoreCatalogue.EARLY_VOLUMES)),
        new TrialStore(
            context.getStateStore(StoreCatalogue.TRIALS),
            context.getStateStore(StoreCatalogue.DUE_TRIALS)),
        new HeldStore(context.getStateStore(StoreCatalogue.HELD_RECORDS), heldRecords),
        RoiMaskStore.of(context.getStateStore(RoiMaskStore.NAME)));
  }

  /**
   * Stores of runs that are made anew from their records: without Kafka, and gone with the object.
   *
   * @param masks the mask of an ROI id, encoded as in its topic; null where there is none
   * @param heldRecords most records of one topic that wait for one run
   */
  public static RunStores inMemory(Function<String, byte @Nullable []> masks, int heldRecords) {
    return new RunStores(
        new RunStore(new MemoryStore<>()),
        new RoiStore(new MemoryStore<>()),
        new ReferenceStore(new MemoryStore<>(), new MemoryStore<>()),
        new RowStore(new MemoryStore<>()),
        new EarlyVolumes(new MemoryStore<>()),
        new TrialStore(new MemoryStore<>(), new MemoryStore<>()),
        new HeldStore(new MemoryStore<>(), heldRecords),
        new RoiMaskStore(masks));
  }

  /** Forgets rows, trials and ROI of a run; the run itself and what waits for it stay. */
  public void clear(String runId) {
    rois.clear(runId);
    references.clear(runId);
    rows.clear(runId);
    early.clear(runId);
    trials.clear(runId);
  }

  static <V> void clear(KeyValueStore<Bytes, V> store, String runId) {
    try (KeyValueIterator<Bytes, V> range =
        store.range(StoreKeys.of(runId), StoreKeys.end(runId))) {
      while (range.hasNext()) {
        store.delete(range.next().key);
      }
    }
  }
}
