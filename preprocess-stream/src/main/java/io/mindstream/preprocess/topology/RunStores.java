package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.run.Run;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The state of the runs of one partition. Every store is persistent and has a changelog topic that
 * takes records as large as a whole volume, since early volumes wait here.
 *
 * @param runs each run's session
 * @param rois the ROI that each session began with: a mask that changes in mid-run has no effect
 * @param rows ROI values of each volume
 * @param trials what is known of each trial
 * @param held records that were read too early
 */
record RunStores(
    KeyValueStore<String, Run> runs,
    KeyValueStore<String, RoiVoxels> rois,
    RowStore rows,
    TrialStore trials,
    HeldStore held) {

  private static final String RUNS = "runs";
  private static final String RUN_ROIS = "run-rois";
  private static final String ROWS = "rows";
  private static final String TRIALS = "trials";
  private static final String DUE = "due-trials";
  private static final String HELD = "held-records";

  /** The stores, each on what {@code engine} makes for its name. */
  static Set<StoreBuilder<?>> builders(
      Topics topics, SchemaRegistry registry, Function<String, KeyValueBytesStoreSupplier> engine) {
    return Set.of(
        store(engine.apply(RUNS), Serdes.String(), RunSerde.of(topics.runs().codec(registry))),
        store(engine.apply(RUN_ROIS), Serdes.String(), StateSerdes.rois()),
        store(engine.apply(ROWS), Serdes.Bytes(), StateSerdes.rows()),
        store(engine.apply(TRIALS), Serdes.Bytes(), StateSerdes.trials()),
        store(engine.apply(DUE), Serdes.Bytes(), Serdes.ByteArray()),
        store(engine.apply(HELD), Serdes.Bytes(), StateSerdes.records()));
  }

  static RunStores of(ProcessorContext<?, ?> context, int heldRecords) {
    return new RunStores(
        context.getStateStore(RUNS),
        context.getStateStore(RUN_ROIS),
        new RowStore(context.getStateStore(ROWS)),
        new TrialStore(context.getStateStore(TRIALS), context.getStateStore(DUE)),
        new HeldStore(context.getStateStore(HELD), heldRecords));
  }

  /** Forgets rows, trials and ROI of a run; the run itself and what waits for it stay. */
  void clear(String runId) {
    rois.delete(runId);
    rows.clear(runId);
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

  private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
      KeyValueBytesStoreSupplier engine, Serde<K> key, Serde<V> value) {
    return Stores.keyValueStoreBuilder(engine, key, value)
        .withLoggingEnabled(
            Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(MessageLimits.MAX_REQUEST_BYTES)));
  }
}
