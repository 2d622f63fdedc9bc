package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.intake.StreamSetting;
import io.mindstream.preprocess.intake.StreamTask;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The stream's one processor: hands each record of the scanner topics to a {@link StreamTask}. */
final class ScannerProcessor implements Processor<byte[], byte[], String, byte[]> {

  /** How often to look at the clock. */
  private static final Duration TICK = Duration.ofMillis(200);

  private final StreamSetting setting;
  private ProcessorContext<String, byte[]> context;
  private StreamTask task;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ScannerProcessor(StreamSetting setting) {
    this.setting = setting;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> processorContext) {
    context = processorContext;
    RunStores stores = RunStores.of(context, setting.config().heldRecords());
    task = StreamTask.of(setting, stores, new NamedSinks(context));
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, task::tick);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    task.accept(
        new ScannerRecord(
            new Origin(place.topic(), place.partition(), place.offset()),
            record.timestamp(),
            context.currentSystemTimeMs(),
            record.key(),
            record.value(),
            record.headers().lastHeader(DeadLetters.REDRIVEN) != null));
    setting.observer().recordProcessed();
  }
}
