package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.intake.StreamSetting;
import io.mindstream.preprocess.state.RoiMaskStore;
import io.mindstream.preprocess.state.StoreCatalogue;
import io.mindstream.schemas.topic.Topics;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Volumes, events and ROI masks to voxel vectors, as a function of topics and settings.
 *
 * <pre>
 * scanner.runs    --+
 * scanner.volumes --+--> trials --+--> decoder.voxel-vectors
 * scanner.events  --+      ^      +--> mindstream.dead-letters
 * decoder.rois ------------+      +--> scanner.quality
 *                (global store)
 * </pre>
 *
 * <p>Sources read bytes: a record is decoded inside, so that one that can't be goes to the dead
 * letters whole. State holds ROI rows, never volumes, but for one exception: a volume that is read
 * before its run's header waits whole, since the ROI is not known yet. In the steady state none
 * does.
 */
public final class PreprocessTopology {

  private static final String SCANNER = "scanner";
  private static final String TRIALS = "trials-of-runs";

  /** A client may send a negative timestamp, which Kafka Streams would stop at. */
  private static final TimestampExtractor TIMESTAMPS =
      (record, partitionTime) -> Math.max(0, record.timestamp());

  private PreprocessTopology() {}

  /** The topology. */
  public static Topology build(StreamSetting setting) {
    return build(setting, Stores::persistentKeyValueStore);
  }

  /** The topology with stores of another kind. */
  static Topology build(
      StreamSetting setting, Function<String, KeyValueBytesStoreSupplier> engine) {
    Topics topics = setting.topics();
    StreamsBuilder builder = new StreamsBuilder();
    builder.globalTable(
        topics.rois().name(),
        Consumed.with(Serdes.String(), Serdes.ByteArray()).withTimestampExtractor(TIMESTAMPS),
        Materialized.as(Stores.persistentTimestampedKeyValueStore(RoiMaskStore.NAME)));
    return addTrials(builder.build(), topics, new TaskSupplier(setting, engine));
  }

  private static Topology addTrials(Topology topology, Topics topics, TaskSupplier trials) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    StringSerializer text = new StringSerializer();
    ByteArraySerializer encoded = new ByteArraySerializer();
    return topology
        .addSource(
            AutoOffsetReset.earliest(),
            SCANNER,
            TIMESTAMPS,
            bytes,
            bytes,
            topics.runs().name(),
            topics.volumes().name(),
            topics.events().name())
        .addProcessor(TRIALS, trials, SCANNER)
        .addSink(NamedSinks.VECTORS, topics.voxelVectors().name(), text, encoded, TRIALS)
        .addSink(NamedSinks.QUALITY, topics.quality().name(), text, encoded, TRIALS)
        .addSink(NamedSinks.DEAD_LETTERS, topics.deadLetters().name(), text, encoded, TRIALS);
  }

  /** Makes one processor a task, with its stores. */
  private record TaskSupplier(
      StreamSetting setting, Function<String, KeyValueBytesStoreSupplier> engine)
      implements ProcessorSupplier<byte[], byte[], String, byte[]> {
    @Override
    public Processor<byte[], byte[], String, byte[]> get() {
      return new ScannerProcessor(setting);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return StoreCatalogue.builders(setting.topics().runs().codec(setting.registry()), engine);
    }
  }
}
