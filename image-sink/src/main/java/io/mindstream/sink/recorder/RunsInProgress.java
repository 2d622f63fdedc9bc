package io.mindstream.sink.recorder;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.serde.WireFormat;
import io.mindstream.sink.config.RecorderConfig;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All runs that are being recorded. For one thread. */
final class RunsInProgress {

  private static final Logger LOG = LoggerFactory.getLogger(RunsInProgress.class);

  private final ObjectStore store;
  private final RecorderConfig config;
  private final Path folder;
  private final TopicIds ids;
  private final MaskLookup masks;
  private final SchemaRegistry registry;
  private final Map<RunId, RunInProgress> runs = new HashMap<>();

  RunsInProgress(
      ObjectStore store,
      RecorderConfig config,
      Path folder,
      TopicIds ids,
      MaskLookup masks,
      SchemaRegistry registry) {
    this.store = store;
    this.config = config;
    this.folder = folder;
    this.ids = ids;
    this.masks = masks;
    this.registry = registry;
  }

  /**
   * Takes a record; may be called again where it throws.
   *
   * @return whether it was not in the store already
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  boolean take(RunRecord record) {
    RunInProgress run =
        runs.computeIfAbsent(
            record.run(),
            id -> new RunInProgress(store, new RunKeys(id), folder.resolve(id.toString())));
    record.header().ifPresent(header -> takeMask(run, header));
    return run.take(record, ids.place(record.record()));
  }

  /** The runs of which a file has its size, or all of what came is to be stored. */
  List<RunInProgress> due() {
    return runs.values().stream()
        .filter(
            run ->
                run.rests(config.quiet(), config.idle())
                    ? run.endAll()
                    : run.endLarge(config.partBytes()))
        .toList();
  }

  /** All of what came is to be stored. */
  List<RunInProgress> all() {
    return runs.values().stream().filter(RunInProgress::endAll).toList();
  }

  /** Forgets runs that rest and of which everything is stored. */
  void forgetStored() {
    runs.values().removeIf(run -> run.rests(config.quiet(), config.idle()) && !run.endAll());
  }

  /** The first offset of a partition that is not in the store. */
  OptionalLong firstUnstored(TopicPartition partition) {
    return runs.values().stream()
        .map(run -> run.firstUnstored(partition))
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  /** Forgets what is not stored. */
  void discard() {
    runs.values().forEach(RunInProgress::discard);
    runs.clear();
  }

  private void takeMask(RunInProgress run, RunHeader header) {
    Optional<ConsumerRecord<String, byte[]>> mask = masks.find(header.getRoiId());
    if (mask.isEmpty()) {
      LOG.warn(
          "{} is recorded without its mask {}, which is not on {}",
          header.getRunId(),
          header.getRoiId(),
          masks.topic());
      return;
    }
    ConsumerRecord<String, byte[]> found = mask.get();
    run.takeMask(found, registry.byId(WireFormat.schemaId(found.value())), ids.place(found));
  }
}
