package io.mindstream.preprocess.state;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.serde.AvroCodec;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Names and formats of the stores. Each has a changelog topic that takes records as large as a
 * whole volume, since early volumes wait here.
 */
public final class StoreCatalogue {

  static final String RUNS = StateFormat.nameOf("runs");
  static final String RUN_ROIS = StateFormat.nameOf("run-rois");
  static final String REFERENCES = StateFormat.nameOf("references");
  static final String CARRIED_MASKS = StateFormat.nameOf("carried-masks");
  static final String ROWS = StateFormat.nameOf("rows");
  static final String EARLY_VOLUMES = StateFormat.nameOf("early-volumes");
  static final String TRIALS = StateFormat.nameOf("trials");
  static final String DUE_TRIALS = StateFormat.nameOf("due-trials");
  static final String HELD_RECORDS = StateFormat.nameOf("held-records");

  private static final Set<String> ALL =
      Set.of(
          RUNS,
          RUN_ROIS,
          REFERENCES,
          CARRIED_MASKS,
          ROWS,
          EARLY_VOLUMES,
          TRIALS,
          DUE_TRIALS,
          HELD_RECORDS);

  private StoreCatalogue() {}

  /** The changelog topics that Kafka Streams gives the stores of an application. */
  public static Set<String> changelogs(String applicationId) {
    return ALL.stream()
        .map(store -> applicationId + "-" + store + "-changelog")
        .collect(Collectors.toSet());
  }

  /**
   * The stores, each on what {@code engine} makes for its name.
   *
   * @param headers of the runs topic: stored runs hold their header as an Avro record
   */
  public static Set<StoreBuilder<?>> builders(
      AvroCodec<RunHeader> headers, Function<String, KeyValueBytesStoreSupplier> engine) {
    return Set.of(
        store(engine.apply(RUNS), Serdes.String(), RunSerde.of(RUNS, headers)),
        store(engine.apply(RUN_ROIS), Serdes.String(), RoiSerde.of(RUN_ROIS)),
        store(engine.apply(REFERENCES), Serdes.String(), RecordSerde.of(REFERENCES)),
        store(engine.apply(CARRIED_MASKS), Serdes.String(), Serdes.ByteArray()),
        store(engine.apply(ROWS), Serdes.Bytes(), RowSerde.of(ROWS)),
        store(engine.apply(EARLY_VOLUMES), Serdes.Bytes(), RecordSerde.of(EARLY_VOLUMES)),
        store(engine.apply(TRIALS), Serdes.Bytes(), TrialSerde.of(TRIALS)),
        store(engine.apply(DUE_TRIALS), Serdes.Bytes(), TrialSerde.numbers(DUE_TRIALS)),
        store(engine.apply(HELD_RECORDS), Serdes.Bytes(), RecordSerde.of(HELD_RECORDS)));
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
